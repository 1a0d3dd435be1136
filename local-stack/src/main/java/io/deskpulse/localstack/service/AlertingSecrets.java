package io.deskpulse.localstack.service;

import java.util.Map;

/** What the alerting-service has to know of its keys, and that receivers on this machine may be called: nobody else's are here. */
record AlertingSecrets(SecretKeys keys) {

    /**
     * What the service is to be told about them.
     *
     * @param baseUrl what links to it begin with
     */
    Map<String, String> configuration(String baseUrl) {
        return Map.of(
                "deskpulse.alerting.external-url",
                baseUrl,
                "deskpulse.alerting.links.keys",
                keys.file("alerting-links"),
                "deskpulse.alerting.receivers.keys",
                keys.file("alerting-receivers"),
                "deskpulse.alerting.outgoing.allowed",
                "127.0.0.0/8",
                "deskpulse.alerting.outgoing.allow-http",
                "true");
    }
}
