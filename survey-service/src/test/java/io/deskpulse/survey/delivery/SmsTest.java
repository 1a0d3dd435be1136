package io.deskpulse.survey.delivery;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.matchingJsonPath;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static io.deskpulse.survey.Requests.managing;
import static io.deskpulse.survey.Requests.published;
import static io.deskpulse.survey.delivery.Sending.newest;
import static io.deskpulse.survey.delivery.Sending.send;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import com.standardwebhooks.Webhook;
import io.deskpulse.survey.Definitions;
import io.deskpulse.survey.MovableClock;
import io.deskpulse.survey.delivery.Outside.Servers;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.net.http.HttpHeaders;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import org.hamcrest.Matchers;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestProfile(Outside.class)
class SmsTest {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @Inject
    MovableClock clock;

    @BeforeEach
    void tablesAreThere() {
        await().atMost(PATIENCE).until(() -> given().get("/q/health/ready").statusCode() == 200);
        Servers.gateway.resetAll();
    }

    @Test
    void gatewayGetsASignedMessageInTheCustomersLanguage() throws Exception {
        answers("+8613800000001", aResponse().withStatus(202));
        String survey = published("sms", Definitions.afterChat());

        String offer = send("sms", survey, "k-1", "sms", "+8613800000001", "zh-CN")
                .then()
                .statusCode(201)
                .extract()
                .path("id");

        await().atMost(PATIENCE).until(() -> "sent".equals(newest("sms", "state")));
        LoggedRequest request = requests("+8613800000001").get(0);
        assertThat(request.getHeader("webhook-id")).isEqualTo("msg_" + offer);
        assertThat(request.getBodyAsString())
                .contains(
                        "\"id\":\"msg_" + offer + "\"", "请评价我们的服务", "https://ask.example/s/", "\"language\":\"zh-CN\"");
        new Webhook(Servers.SECRET).verify(request.getBodyAsString(), headers(request));
    }

    @Test
    void busyGatewayIsAskedAgainWhenItSaidSo() {
        answers("+8613800000002", aResponse().withStatus(429).withHeader("Retry-After", "600"));
        String survey = published("sms-busy", Definitions.afterChat());
        send("sms-busy", survey, "k-1", "sms", "+8613800000002", "en").then().statusCode(201);
        await().atMost(PATIENCE).until(() -> "gateway-429".equals(newest("sms-busy", "reason")));
        assertThat(Instant.parse((String) newest("sms-busy", "dueAt")))
                .isAfter(Instant.now().plusSeconds(500));
        answers("+8613800000002", aResponse().withStatus(200));

        clock.in(Duration.ofMinutes(11), () -> await().atMost(PATIENCE)
                .until(() -> "sent".equals(newest("sms-busy", "state"))));

        assertThat(requests("+8613800000002").stream()
                        .map(request -> request.getHeader("webhook-id"))
                        .collect(Collectors.toSet()))
                .as("the same message")
                .hasSize(1);
        assertThat(requests("+8613800000002")).hasSize(2);
    }

    @Test
    void redirectIsNotFollowed() {
        answers(
                "+8613800000003",
                aResponse().withStatus(307).withHeader("Location", Servers.gateway.baseUrl() + "/elsewhere"));
        String survey = published("sms-redirect", Definitions.afterChat());

        send("sms-redirect", survey, "k-1", "sms", "+8613800000003", "en")
                .then()
                .statusCode(201);

        await().atMost(PATIENCE).until(() -> "gateway-307".equals(newest("sms-redirect", "reason")));
        Servers.gateway.verify(0, postRequestedFor(urlEqualTo("/elsewhere")));
    }

    @Test
    void numberThatIsNoneIsNotWrittenToAgainUntilCleared() {
        answers("+8613800000004", aResponse().withStatus(422));
        String survey = published("sms-gone", Definitions.afterChat());
        managing("sms-gone")
                .header("If-Match", "\"0\"")
                .body("{\"again\":\"PT0S\"}")
                .put("/v1/survey-rules")
                .then()
                .statusCode(200);
        send("sms-gone", survey, "k-1", "sms", "+8613800000004", "en").then().statusCode(201);
        await().atMost(PATIENCE).until(() -> "failed".equals(newest("sms-gone", "state")));
        assertThat(newest("sms-gone", "reason")).isEqualTo("gateway-422");

        send("sms-gone", survey, "k-1", "sms").then().statusCode(200).body("reason", Matchers.equalTo("unreachable"));
        String noted = managing("sms-gone").get("/v1/bounces").path("bounces[0].id");
        managing("sms-gone").delete("/v1/bounces/" + noted).then().statusCode(204);
        managing("sms-gone").delete("/v1/bounces/" + noted).then().statusCode(404);
        answers("+8613800000004", aResponse().withStatus(200));

        send("sms-gone", survey, "k-1", "sms").then().statusCode(201);
        await().atMost(PATIENCE).until(() -> "sent".equals(newest("sms-gone", "state")));
    }

    private static void answers(String to, ResponseDefinitionBuilder answer) {
        Servers.gateway.stubFor(post("/send")
                .withRequestBody(matchingJsonPath("$.to", equalTo(to)))
                .willReturn(answer));
    }

    private static List<LoggedRequest> requests(String to) {
        return Servers.gateway.findAll(
                postRequestedFor(urlEqualTo("/send")).withRequestBody(matchingJsonPath("$.to", equalTo(to))));
    }

    private static HttpHeaders headers(LoggedRequest request) {
        return HttpHeaders.of(
                request.getHeaders().all().stream()
                        .collect(Collectors.toMap(
                                header -> header.key().toLowerCase(), header -> List.copyOf(header.values()))),
                (name, value) -> true);
    }
}
