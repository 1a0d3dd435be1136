package io.deskpulse.alerting.alert.link.rest;

import static io.deskpulse.alerting.Requests.managing;
import static io.deskpulse.alerting.alert.State.FIRING;
import static io.deskpulse.alerting.alert.State.NORMAL;
import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.deskpulse.alerting.AlertingTest;
import io.deskpulse.alerting.alert.AckLinks;
import io.deskpulse.alerting.alert.Decided;
import io.deskpulse.alerting.alert.Decisions;
import io.deskpulse.alerting.alert.Fence;
import io.deskpulse.kit.postgres.Schema;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@AlertingTest
class AckLinkResourceTest {
    private final String tenant = "t-" + UUID.randomUUID();
    private final Decided bad = new Decided(tenant, "bot-b");

    @Inject
    Decisions decisions;

    @Inject
    AckLinks links;

    @Inject
    Schema schema;

    private Fence fence;

    @BeforeEach
    void fireOne() {
        Awaitility.await().until(schema::migrated);
        fence = decisions.take("part-of-" + tenant);
        decisions.record(fence, List.of(bad.goes(NORMAL, FIRING, 1)));
    }

    @Test
    void acknowledgesByAPostOnly() {
        String path = link();

        given().header("Accept-Language", "en").get(path).then().statusCode(200).body(containsString("<form"));
        given().head(path).then().statusCode(200);
        managing(tenant).get("/v1/alerts/" + bad.fingerprint()).then().body("acknowledgement", nullValue());

        given().post(path)
                .then()
                .statusCode(200)
                .header("Cache-Control", "no-store")
                .body(not(containsString("<form")));
        managing(tenant).get("/v1/alerts/" + bad.fingerprint()).then().body("acknowledgement.by", equalTo("link"));
        given().post(path).then().statusCode(200);
    }

    @Test
    void speaksTheLanguageOfTheReader() {
        given().header("Accept-Language", "zh-CN,zh;q=0.9")
                .get(link())
                .then()
                .header("Content-Language", "zh-CN")
                .body(containsString("偏低"))
                .body(containsString("我来处理"));
        given().header("Accept-Language", "fr").get(link()).then().body(containsString("It is low"));
    }

    @Test
    void isOfNoUseForTheNextEpisode() {
        String path = link();
        decisions.record(fence, List.of(bad.goes(FIRING, NORMAL, 2)));
        given().post(path).then().statusCode(410);

        decisions.record(fence, List.of(bad.goes(NORMAL, FIRING, 3)));

        given().post(path).then().statusCode(410);
        managing(tenant).get("/v1/alerts/" + bad.fingerprint()).then().body("acknowledgement", nullValue());
    }

    @Test
    void refusesEveryLinkThatWasChanged() {
        String path = link();
        int start = "/a/".length();
        for (int i = start; i < path.length(); i++) {
            char other = path.charAt(i) == 'A' ? 'B' : 'A';
            String changed = path.substring(0, i) + other + path.substring(i + 1);
            given().post(changed).then().statusCode(404);
        }
        given().post(path.substring(0, path.length() - 1)).then().statusCode(404);
        given().post("/a/x").then().statusCode(404);
    }

    private String link() {
        return links.to(decisions.standing(tenant).get(0)).orElseThrow().getPath();
    }
}
