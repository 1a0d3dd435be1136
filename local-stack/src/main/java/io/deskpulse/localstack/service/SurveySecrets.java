package io.deskpulse.localstack.service;

import java.util.Map;

/** What the survey-service has to know of its keys. */
record SurveySecrets(SecretKeys keys) {

    /**
     * What the service is to be told about them.
     *
     * @param baseUrl what links to it begin with
     */
    Map<String, String> configuration(String baseUrl) {
        return Map.of(
                "deskpulse.survey.links.base-url",
                baseUrl,
                "deskpulse.survey.links.keys",
                keys.file("survey-links"),
                "deskpulse.survey.contacts.keys",
                keys.file("survey-contacts"));
    }
}
