package io.deskpulse.alerting.receiver.rest;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static io.deskpulse.alerting.Requests.managing;
import static io.deskpulse.alerting.receiver.Making.make;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThanOrEqualTo;

import io.deskpulse.alerting.receiver.Outside;
import io.deskpulse.alerting.receiver.Outside.Servers;
import io.deskpulse.kit.postgres.Schema;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestProfile(Outside.class)
class ReceiverTestsResourceTest {
    @Inject
    Schema schema;

    @BeforeEach
    void tablesAreThere() {
        Awaitility.await().until(schema::migrated);
    }

    @Test
    void testIsMarkedAndAnsweredWithWhatCameOfIt() {
        slack("test-marked", 200);

        managing("test-marked")
                .post("/v1/receivers/r:test")
                .then()
                .statusCode(200)
                .body("outcome", equalTo("sent"))
                .body("tookMillis", greaterThanOrEqualTo(0));

        assertThat(sent("test-marked")).contains("【测试】", "这是一条测试消息", "接收端测试");
    }

    @Test
    void failureSaysWhy() {
        slack("test-failing", 410);

        managing("test-failing")
                .body("{\"status\":\"resolved\"}")
                .post("/v1/receivers/r:test")
                .then()
                .statusCode(200)
                .body("outcome", equalTo("refused"))
                .body("reason", equalTo("status-410"));

        assertThat(sent("test-failing")).contains("已恢复");
    }

    @Test
    void testsAreFewAndOfReceiversThatThereAre() {
        slack("test-often", 200);
        managing("test-often").post("/v1/receivers/nobody:test").then().statusCode(404);
        managing("test-often")
                .body("{\"status\":\"x\"}")
                .post("/v1/receivers/r:test")
                .then()
                .statusCode(400);
        managing("test-often").post("/v1/receivers/r:test").then().statusCode(200);

        managing("test-often")
                .post("/v1/receivers/r:test")
                .then()
                .statusCode(429)
                .header("Retry-After", equalTo("5"));
    }

    private static void slack(String tenant, int status) {
        make(
                tenant,
                "{\"kind\":\"slack\",\"language\":\"zh-CN\",\"secrets\":{\"url\":\"" + Servers.url("/" + tenant)
                        + "\"}}");
        Servers.web.stubFor(post("/" + tenant).willReturn(aResponse().withStatus(status)));
    }

    private static String sent(String tenant) {
        return Servers.web
                .findAll(postRequestedFor(urlEqualTo("/" + tenant)))
                .get(0)
                .getBodyAsString();
    }
}
