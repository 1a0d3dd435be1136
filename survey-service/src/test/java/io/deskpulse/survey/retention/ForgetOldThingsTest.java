package io.deskpulse.survey.retention;

import static io.deskpulse.survey.Requests.managing;
import static io.deskpulse.survey.Requests.published;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.deskpulse.survey.Answering;
import io.deskpulse.survey.Definitions;
import io.deskpulse.survey.MovableClock;
import io.deskpulse.survey.OwnTime;
import io.deskpulse.survey.Requests;
import io.deskpulse.survey.transaction.Waiting;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestProfile(OwnTime.class)
class ForgetOldThingsTest {
    @Inject
    ForgetOldThings forgetOldThings;

    @Inject
    MovableClock clock;

    @Inject
    DataSource postgres;

    @AfterEach
    void nothingOfTheFutureIsLeft() {
        OwnTime.forgetTheFuture(postgres);
    }

    @BeforeEach
    void tablesAreThere() {
        await().atMost(Duration.ofSeconds(30))
                .until(() -> given().get("/q/health/ready").statusCode() == 200);
    }

    @Test
    void offersGoWithTheirAnswersAndNotBefore() {
        String survey = published("forget", Definitions.afterChat());
        Answering offer = Answering.offered("forget", survey, "c-1");
        offer.answer("csat", "{\"value\": 5}").then().statusCode(204);

        clock.in(Duration.ofDays(399), () -> Waiting.until(forgetOldThings::forget));
        explanation(offer).then().statusCode(200);

        clock.in(Duration.ofDays(401), () -> Waiting.until(forgetOldThings::forget));
        explanation(offer).then().statusCode(404);
        offer.answer("csat", "{\"value\": 5}").then().statusCode(404);
    }

    @Test
    void whySomebodyWasNotAskedIsForgottenAfterAMonth() {
        String survey = published("forget-why", Definitions.afterChat());
        Answering.offered("forget-why", survey, "c-1");
        Requests.with("forget-why", "survey:answer")
                .body("{\"survey\":\"" + survey + "\",\"conversation\":\"c-1\"}")
                .post("/v1/offers");
        assertThat(decisions(survey)).containsExactly("already-offered-for-conversation");

        clock.in(Duration.ofDays(31), () -> Waiting.until(forgetOldThings::forget));

        assertThat(decisions(survey)).isEmpty();
    }

    private static List<String> decisions(String survey) {
        return managing("forget-why")
                .body("{\"survey\":\"" + survey + "\",\"conversation\":\"c-1\"}")
                .post("/v1/offers:explain")
                .path("decisions.reason");
    }

    private static Response explanation(Answering offer) {
        return managing("forget").get("/v1/offers/" + offer.id() + "/explanation");
    }
}
