package io.deskpulse.alerting.receiver;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static io.deskpulse.alerting.receiver.Making.make;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import io.deskpulse.alerting.alert.Alert;
import io.deskpulse.alerting.receiver.Outside.Servers;
import io.deskpulse.alerting.receiver.Sender.Outcome;
import io.deskpulse.kit.postgres.Schema;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What chat platforms get, and what is made of their answers, by their documents. */
@QuarkusTest
@TestProfile(Outside.class)
class RoomsTest {
    private static final String SECRET = "SECtest-only";

    @Inject
    SendNotifications sender;

    @Inject
    Schema schema;

    @BeforeEach
    void tablesAreThere() {
        Awaitility.await().until(schema::migrated);
    }

    @Test
    void slackGetsAHeaderAndASectionWithinItsLimits() throws Exception {
        room("slack", "slack", "en", "");
        answers("/slack", aResponse().withStatus(200).withBody("ok"));

        assertThat(sender.send(manyFor("slack"))).isEqualTo(new Outcome.Sent());

        JsonNode body = body("/slack");
        assertThat(body.at("/text").textValue()).startsWith("[FIRING:40]");
        assertThat(body.at("/blocks/0/type").textValue()).isEqualTo("header");
        assertThat(body.at("/blocks/0/text/type").textValue()).isEqualTo("plain_text");
        assertThat(body.at("/blocks/0/text/text").textValue()).hasSizeBetween(1, 150);
        assertThat(body.at("/blocks/1/type").textValue()).isEqualTo("section");
        assertThat(body.at("/blocks/1/text/type").textValue()).isEqualTo("mrkdwn");
        assertThat(body.at("/blocks/1/text/text").textValue())
                .hasSizeBetween(1_000, 3_000)
                .contains("*Firing: Resolution of v0 is 41 %*", "more are not shown.");
        assertThat(body.at("/blocks")).hasSize(2);
    }

    @Test
    void dingTalkGetsMarkdownSignedInTheQuery() throws Exception {
        room("dingtalk", "dingtalk", "zh-CN", "?access_token=abc");
        answers("/dingtalk", okJson("{\"errcode\":0,\"errmsg\":\"ok\"}"));

        assertThat(sender.send(manyFor("dingtalk"))).isEqualTo(new Outcome.Sent());

        LoggedRequest request = requests("/dingtalk").get(0);
        String time = request.queryParameter("timestamp").firstValue();
        assertThat(request.queryParameter("access_token").firstValue()).isEqualTo("abc");
        assertThat(Instant.ofEpochMilli(Long.parseLong(time)))
                .isBetween(Instant.now().minusSeconds(60), Instant.now());
        assertThat(request.queryParameter("sign").firstValue()).isEqualTo(hmac(SECRET, time + "\n" + SECRET));
        JsonNode body = body("/dingtalk");
        assertThat(body.at("/msgtype").textValue()).isEqualTo("markdown");
        assertThat(body.at("/markdown/title").textValue()).isEqualTo("【告警：40 条】low-resolution");
        assertThat(body.at("/markdown/text").textValue())
                .startsWith("### 【告警：40 条】")
                .contains("**告警：v0 的解决率为 41%**");
        assertThat(body.has("at")).as("nobody is mentioned").isFalse();
    }

    @Test
    void feishuGetsACardSignedInTheBody() throws Exception {
        room("feishu", "feishu", "zh-CN", "");
        answers("/feishu", okJson("{\"code\":0,\"msg\":\"success\",\"data\":{}}"));

        assertThat(sender.send(manyFor("feishu"))).isEqualTo(new Outcome.Sent());

        JsonNode body = body("/feishu");
        String time = body.at("/timestamp").textValue();
        assertThat(Instant.ofEpochSecond(Long.parseLong(time)))
                .isBetween(Instant.now().minusSeconds(60), Instant.now());
        assertThat(body.at("/sign").textValue()).isEqualTo(hmac(time + "\n" + SECRET, ""));
        assertThat(body.at("/msg_type").textValue()).isEqualTo("interactive");
        assertThat(body.at("/card/header/template").textValue()).isEqualTo("red");
        assertThat(body.at("/card/header/title/content").textValue()).isEqualTo("【告警：40 条】low-resolution");
        assertThat(body.at("/card/elements/0/text/tag").textValue()).isEqualTo("lark_md");
        assertThat(requests("/feishu").get(0).getBody().length).isLessThan(20 * 1024);
    }

    @Test
    void weComGetsMarkdownOfFourThousandBytes() throws Exception {
        room("wecom", "wecom", "zh-CN", "?key=abc");
        answers("/wecom", okJson("{\"errcode\":0,\"errmsg\":\"ok\"}"));

        assertThat(sender.send(manyFor("wecom"))).isEqualTo(new Outcome.Sent());

        JsonNode body = body("/wecom");
        assertThat(body.at("/msgtype").textValue()).isEqualTo("markdown");
        String content = body.at("/markdown/content").textValue();
        assertThat(content.getBytes(StandardCharsets.UTF_8).length).isBetween(1_000, 4_096);
        assertThat(content)
                .startsWith("### 【告警：40 条】low-resolution\n**告警：v0 的解决率为 41%**")
                .endsWith("条未显示。");
    }

    @Test
    void successOfHttpMayBeAFailureOfTheirs() {
        Map<String, Map<String, Outcome>> expected = new LinkedHashMap<>();
        expected.put(
                "dingtalk",
                Map.of(
                        "{\"errcode\":310000,\"errmsg\":\"sign not match\"}", new Outcome.Refused("code-310000"),
                        "{\"errcode\":130101,\"errmsg\":\"send too fast\"}", limited(Duration.ofMinutes(1)),
                        "{\"errcode\":-1,\"errmsg\":\"busy\"}", new Outcome.Retry("code--1", Optional.empty()),
                        "{\"errcode\":777777}", new Outcome.Refused("code-other"),
                        "<html>", new Outcome.Retry("answer-unreadable", Optional.empty())));
        expected.put(
                "feishu",
                Map.of(
                        "{\"code\":19021,\"msg\":\"sign match fail\"}", new Outcome.Refused("code-19021"),
                        "{\"code\":9499,\"msg\":\"Bad Request\"}", new Outcome.Refused("code-9499"),
                        "{\"code\":11232,\"msg\":\"frequency limited\"}", limited(Duration.ofSeconds(10)),
                        "{}", new Outcome.Retry("answer-unreadable", Optional.empty())));
        expected.put(
                "wecom",
                Map.of(
                        "{\"errcode\":93000,\"errmsg\":\"invalid webhook url\"}",
                        new Outcome.Refused("code-93000"),
                        "{\"errcode\":45009,\"errmsg\":\"api freq out of limit\"}",
                        limited(Duration.ofMinutes(1))));

        expected.forEach((kind, answers) -> {
            int tenant = 0;
            for (Map.Entry<String, Outcome> answer : answers.entrySet()) {
                String name = "code-" + kind + "-" + tenant++;
                room(kind, name, "en", "");
                answers("/" + name, okJson(answer.getKey()));
                assertThat(sender.send(Telling.of(name, "n-1", Telling.firing(name, "a"))))
                        .as("%s %s", kind, answer.getKey())
                        .isEqualTo(answer.getValue());
            }
        });
    }

    @Test
    void addressesThatAreSecretsStandInNoMeter() {
        room("slack", "slack-secret", "en", "");
        answers("/slack-secret", aResponse().withStatus(200));
        sender.send(Telling.of("slack-secret", "n-1", Telling.firing("slack-secret", "a")));

        String meters = given().get("/q/metrics").asString();

        assertThat(meters)
                .contains("deskpulse_alerting_receiver_sent_total{kind=\"slack\"}")
                .doesNotContain("/slack-secret");
    }

    private static Outcome limited(Duration pause) {
        return new Outcome.Retry("rate-limited", Optional.of(pause));
    }

    private static void room(String kind, String tenant, String language, String query) {
        String signing = kind.equals("dingtalk") || kind.equals("feishu") ? ",\"signing\":\"" + SECRET + "\"" : "";
        make(
                tenant,
                "{\"kind\":\"" + kind + "\",\"language\":\"" + language + "\",\"secrets\":{\"url\":\""
                        + Servers.url("/" + tenant + query) + "\"" + signing + "}}");
    }

    private static Notification manyFor(String tenant) {
        return Telling.of(
                tenant,
                "n-1",
                IntStream.range(0, 40)
                        .mapToObj(i -> Telling.firing(tenant, "v" + i))
                        .toArray(Alert[]::new));
    }

    private static void answers(String path, ResponseDefinitionBuilder answer) {
        Servers.web.stubFor(post(urlPathEqualTo(path)).willReturn(answer));
    }

    private static List<LoggedRequest> requests(String path) {
        return Servers.web.findAll(postRequestedFor(urlPathEqualTo(path)));
    }

    private static JsonNode body(String path) throws Exception {
        return new ObjectMapper().readTree(requests(path).get(0).getBodyAsString());
    }

    /** Computed apart from the code under test. */
    private static String hmac(String key, String text) throws Exception {
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(key.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
        return Base64.getEncoder().encodeToString(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
    }
}
