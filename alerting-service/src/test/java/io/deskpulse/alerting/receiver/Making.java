package io.deskpulse.alerting.receiver;

import static io.deskpulse.alerting.Requests.managing;

import io.restassured.response.Response;

/** Receivers for tests. */
public final class Making {
    private Making() {}

    /** Makes the receiver {@code r}. */
    public static Response make(String tenant, String body) {
        Response made = managing(tenant).header("If-None-Match", "*").body(body).put("/v1/receivers/r");
        made.then().statusCode(201);
        return made;
    }
}
