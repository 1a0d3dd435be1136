package io.deskpulse.survey.delivery;

import static io.deskpulse.survey.Requests.managing;

import io.restassured.response.Response;

/** Offers that are sent, for tests. */
final class Sending {
    private Sending() {}

    /** Wants a survey to be sent to a customer. */
    static Response send(String tenant, String survey, String customer, String by, String to, String language) {
        return managing(tenant)
                .body(
                        """
                        {"survey": "%s", "customer": "%s", "language": "%s", "send": {"by": "%s", "to": "%s"}}"""
                                .formatted(survey, customer, language, by, to))
                .post("/v1/links");
    }

    /** The same to the address that is known. */
    static Response send(String tenant, String survey, String customer, String by) {
        return managing(tenant)
                .body("""
                        {"survey": "%s", "customer": "%s", "send": {"by": "%s"}}"""
                        .formatted(survey, customer, by))
                .post("/v1/links");
    }

    /** What is told of the delivery of an offer. */
    static Response delivery(String tenant) {
        return managing(tenant).get("/v1/deliveries");
    }

    /** A member of the newest delivery. */
    static Object newest(String tenant, String member) {
        return delivery(tenant).path("deliveries[0]." + member);
    }
}
