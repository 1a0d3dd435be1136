package io.deskpulse.survey.definition.rest;

import static io.deskpulse.survey.Requests.managing;

import io.deskpulse.survey.Definitions;
import io.restassured.response.Response;

/** Requests about one survey, for tests. */
final class SurveyRequests {
    private SurveyRequests() {}

    /** Changes a definition; without the header where it is null. */
    static Response change(String tenant, String id, String ifMatch) {
        var request = managing(tenant).body(Definitions.afterChat());
        return (ifMatch == null ? request : request.header("If-Match", ifMatch)).put("/v1/surveys/" + id);
    }

    /** Does something to the revision that was seen: {@code publish}, {@code archive}. */
    static Response act(String tenant, String id, String action, long seen) {
        return managing(tenant).header("If-Match", "\"" + seen + "\"").post("/v1/surveys/" + id + ":" + action);
    }

    static Response delete(String tenant, String id, long seen) {
        return managing(tenant).header("If-Match", "\"" + seen + "\"").delete("/v1/surveys/" + id);
    }

    static Response version(String tenant, String id, int version) {
        return managing(tenant).get("/v1/surveys/" + id + "/versions/" + version);
    }
}
