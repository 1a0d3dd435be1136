package io.deskpulse.survey.link.rest;

import static io.deskpulse.survey.Requests.managing;
import static io.deskpulse.survey.Requests.published;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.anEmptyMap;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import io.agroal.api.AgroalDataSource;
import io.deskpulse.contracts.event.OfferMeans;
import io.deskpulse.localstack.quarkus.LocalStackResource;
import io.deskpulse.survey.DatabaseDump;
import io.deskpulse.survey.Definitions;
import io.deskpulse.survey.Interactions;
import io.deskpulse.survey.Linked;
import io.deskpulse.survey.MovableClock;
import io.deskpulse.survey.link.Tokens;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(value = LocalStackResource.class, initArgs = @ResourceArg(name = "database", value = "survey"))
class LinksResourceTest {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final String CHANGED = "This link is not complete";
    private static final String CHANGED_ZH = "链接不完整";

    @Inject
    AgroalDataSource dataSource;

    @Inject
    MovableClock clock;

    @Inject
    Tokens tokens;

    @BeforeEach
    void tablesAreThere() {
        await().atMost(PATIENCE).until(() -> given().get("/q/health/ready").statusCode() == 200);
    }

    @Test
    void whoeverHasTheLinkAnswersWithoutAnyOtherToken() {
        String survey = published("by-link", Definitions.afterChat());
        Linked link = Linked.to("by-link", survey, ",\"conversation\":\"c-1\",\"language\":\"zh-CN\"");

        link.open()
                .then()
                .statusCode(200)
                .body("offered", equalTo(true))
                .body("id", equalTo(link.offer()))
                .body("language", equalTo("zh-CN"))
                .body("survey.title", equalTo("我们的服务怎么样？"))
                .body("token", nullValue())
                .body("answers", anEmptyMap());
        link.shown().then().statusCode(204);
        link.answer("csat", "{\"value\":5}").then().statusCode(204);
        link.answer("reason", "{\"options\":[\"price\"]}").then().statusCode(204);
        link.withdraw("reason").then().statusCode(204);
        link.finish().then().statusCode(204);

        await().atMost(PATIENCE).untilAsserted(() -> assertThat(Interactions.story("by-link", link.offer()))
                .containsExactly("offered", "shown", "csat:1", "reason:1", "reason:2", "finished"));
    }

    @Test
    void reloadGoesOnWithTheAnswersGivenSoFar() {
        Linked link = Linked.to("reloading", published("reloading", Definitions.afterChat()), "");
        link.answer("csat", "{\"value\":2,\"comment\":\"slow\"}").then().statusCode(204);
        link.answer("reason", "{\"options\":[\"price\"]}").then().statusCode(204);
        link.withdraw("reason").then().statusCode(204);

        link.open()
                .then()
                .statusCode(200)
                .body("answers", equalTo(Map.of("csat", Map.of("value", 2, "comment", "slow"))));
        link.open("zh-CN").then().body("language", equalTo("zh-CN")).body("survey.thanks", equalTo("谢谢！"));
        link.open("fr").then().body("language", equalTo("en"));
    }

    @Test
    void openedTwentyTimesByScannersNothingIsWritten() {
        Linked link = Linked.to("scanned", published("scanned", Definitions.afterChat()), "");
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(Interactions.story("scanned", link.offer()))
                .containsExactly("offered"));
        await().atMost(PATIENCE)
                .until(() -> DatabaseDump.of(dataSource).get("outbox").isEmpty());
        Map<String, String> before = DatabaseDump.of(dataSource);

        for (int i = 0; i < 20; i++) {
            link.page("en").then().statusCode(200);
            given().head("/s/" + link.token()).then().statusCode(200);
            link.open().then().statusCode(200);
        }

        assertThat(DatabaseDump.of(dataSource)).isEqualTo(before);
        assertThat(Interactions.story("scanned", link.offer())).containsExactly("offered");
        assertThat(Interactions.means("scanned")).containsOnly(OfferMeans.LINK);
    }

    @Test
    void pageIsKeptNowhereAndMayLoadNothing() {
        Linked link = Linked.to("headers", published("headers", Definitions.afterChat()), "");

        for (Linked any : new Linked[] {link, link.with("changed")}) {
            any.page("en")
                    .then()
                    .contentType("text/html;charset=UTF-8")
                    .header("Cache-Control", "no-store")
                    .header("Referrer-Policy", "no-referrer")
                    .header("X-Robots-Tag", containsString("noindex"))
                    .header("X-Content-Type-Options", "nosniff")
                    .header("Content-Security-Policy", startsWith("default-src 'none'"))
                    .header("Content-Security-Policy", containsString("frame-ancestors 'none'"));
        }
        link.open().then().header("Cache-Control", "no-store").header("Referrer-Policy", "no-referrer");
        link.with("changed").open().then().statusCode(404).header("Cache-Control", "no-store");
    }

    @Test
    void changedLinkGetsAPageInTheReadersLanguage() {
        Linked link = Linked.to("changed", published("changed", Definitions.afterChat()), "");
        Linked changed = link.with(link.token().substring(0, 20)
                + (link.token().charAt(20) == 'A' ? 'B' : 'A')
                + link.token().substring(21));

        changed.page("en-GB")
                .then()
                .statusCode(404)
                .body(containsString(CHANGED))
                .header("Content-Language", "en");
        changed.page("zh-CN,zh;q=0.9")
                .then()
                .statusCode(404)
                .body(containsString(CHANGED_ZH))
                .header("Content-Language", "zh-CN");
        changed.open().then().statusCode(404).contentType("application/problem+json");
        changed.answer("csat", "{\"value\":5}").then().statusCode(404);
        changed.finish().then().statusCode(404);
        link.with("%3Cscript%3E").page("en").then().statusCode(404).body(not(containsString("<script")));
        link.with("x".repeat(3_000)).page("en").then().statusCode(404);
    }

    @Test
    void linkOfAnOfferThatIsGoneSaysSo() {
        String token = tokens.issue(
                Tokens.Purpose.ANSWER, UUID.randomUUID(), Instant.now().plusSeconds(60));

        new Linked("", token)
                .page("zh")
                .then()
                .statusCode(404)
                .body(containsString("问卷已不存在"))
                .body(not(containsString(CHANGED_ZH)));
        new Linked("", token).open().then().statusCode(404).body("type", equalTo("urn:deskpulse:problem:not-found"));
    }

    @Test
    void expiredLinkSaysSoInTheLanguageOfItsOffer() {
        Linked link = Linked.to("expired", published("expired", Definitions.afterChat()), ",\"language\":\"zh-CN\"");

        clock.in(Duration.ofDays(8), () -> {
            link.page("en").then().statusCode(410).body(containsString("问卷已结束"));
            link.open().then().statusCode(410).body("type", equalTo("urn:deskpulse:problem:offer-expired"));
            link.answer("csat", "{\"value\":5}").then().statusCode(410);
            link.shown().then().statusCode(410);
        });
        link.page("en").then().statusCode(200);
    }

    @Test
    void finishedLinkIsUsedUp() {
        Linked link = Linked.to("used", published("used", Definitions.afterChat()), "");
        link.answer("csat", "{\"value\":5}").then().statusCode(204);
        link.finish().then().statusCode(204);

        link.page("zh").then().statusCode(410).body(containsString("You have answered already"));
        link.open().then().statusCode(409).body("type", equalTo("urn:deskpulse:problem:offer-finished"));
        link.answer("csat", "{\"value\":1}").then().statusCode(409);
        // An answer to the last request may have been lost.
        link.answer("csat", "{\"value\":5}").then().statusCode(204);
        link.finish().then().statusCode(204);
    }

    @Test
    void linkIsMadeByManagersOnlyAndUnderTheRulesOfOffers() {
        String survey = published("rules", Definitions.afterChat());
        String body = "{\"survey\":\"" + survey + "\",\"conversation\":\"c\"}";

        managing("rules")
                .body(body)
                .post("/v1/links")
                .then()
                .statusCode(201)
                .header("Cache-Control", "no-store")
                .body("url", startsWith("https://ask.example/s/"))
                .body("offered", equalTo(true));
        managing("rules")
                .body(body)
                .post("/v1/links")
                .then()
                .statusCode(200)
                .body("offered", equalTo(false))
                .body("reason", equalTo("already-offered-for-conversation"));
        managing("other-tenant").body(body).post("/v1/links").then().statusCode(404);
        io.deskpulse.survey.Requests.with("rules", "survey:answer")
                .body(body)
                .post("/v1/links")
                .then()
                .statusCode(403);
        managing("rules").body("{}").post("/v1/links").then().statusCode(400);
    }

    @Test
    void measuresDoNotTellTokens() {
        Linked link = Linked.to("measured", published("measured", Definitions.afterChat()), "");
        link.page("en").then().statusCode(200);
        link.answer("csat", "{\"value\":5}").then().statusCode(204);
        given().get("/s/" + link.token() + "/nothing/here");

        assertThat(given().get("/q/metrics").asString()).contains("/s/{token}").doesNotContain(link.token());
    }
}
