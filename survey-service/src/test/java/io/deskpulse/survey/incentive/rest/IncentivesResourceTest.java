package io.deskpulse.survey.incentive.rest;

import static io.deskpulse.survey.Requests.managing;
import static io.deskpulse.survey.Requests.published;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import io.deskpulse.localstack.quarkus.LocalStackResource;
import io.deskpulse.localstack.quarkus.TestTokens;
import io.deskpulse.survey.Answering;
import io.deskpulse.survey.Definitions;
import io.deskpulse.survey.Interactions;
import io.deskpulse.survey.Linked;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(value = LocalStackResource.class, initArgs = @ResourceArg(name = "database", value = "survey"))
class IncentivesResourceTest {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final String WITH_CODES = "\"incentive\":{\"text\":{\"en\":\"Your code:\",\"zh-CN\":\"您的优惠码：\"}}";

    @ConfigProperty(name = "quarkus.http.test-port")
    int port;

    @BeforeEach
    void tablesAreThere() {
        await().atMost(PATIENCE).until(() -> given().get("/q/health/ready").statusCode() == 200);
    }

    @Test
    void whoeverFinishesGetsACodeAndTheSameAgain() {
        String survey = published("rewarding", Definitions.afterChat(WITH_CODES));
        add("rewarding", survey, "FIRST\nSECOND\n").then().statusCode(200);
        Answering one = answered("rewarding", survey, "c-1");
        Linked two = Linked.to("rewarding", survey, "");
        two.open().then().body("survey.incentive.text", equalTo("Your code:"));
        two.answer("csat", "{\"value\":5}").then().statusCode(204);
        Answering three = answered("rewarding", survey, "c-3");

        one.finish().then().statusCode(200).header("Cache-Control", "no-store").body("code", equalTo("FIRST"));
        two.finish().then().statusCode(200).body("code", equalTo("SECOND"));
        three.finish().then().statusCode(204);

        one.finish().then().statusCode(200).body("code", equalTo("FIRST"));
        two.finish().then().statusCode(200).body("code", equalTo("SECOND"));
        three.finish().then().statusCode(204);
        await().atMost(PATIENCE)
                .until(() -> Interactions.story("rewarding", one.id()).contains("finished"));
        assertThat(Interactions.records("rewarding"))
                .allSatisfy(event -> assertThat(new String(event.value())).doesNotContain("FIRST", "SECOND"));
    }

    @Test
    void whoeverDoesNotFinishGetsNone() {
        String survey = published("unfinished", Definitions.afterChat(WITH_CODES));
        add("unfinished", survey, "ONLY").then().statusCode(200);

        Answering.offered("unfinished", survey, "c").finish().then().statusCode(409);

        count("unfinished", survey).then().body("left", equalTo(1)).body("given", equalTo(0));
    }

    @Test
    void surveyWithoutIncentiveGivesNone() {
        String survey = published("without", Definitions.afterChat());
        add("without", survey, "SPARE").then().statusCode(200);

        answered("without", survey, "c").finish().then().statusCode(204);
    }

    @Test
    void twoHundredWhoFinishAtOnceShareAHundredCodes() {
        String survey = published("crowd", Definitions.afterChat(WITH_CODES));
        add("crowd", survey, IntStream.range(0, 100).mapToObj(i -> "C-" + i).collect(Collectors.joining("\n")))
                .then()
                .body("added", equalTo(100));
        List<Answering> crowd = IntStream.range(0, 200)
                .mapToObj(i -> answered("crowd", survey, "c-" + i))
                .toList();
        HttpClient client = HttpClient.newHttpClient();

        List<HttpResponse<String>> ends = crowd.stream()
                .map(offer -> client.sendAsync(finish(offer), HttpResponse.BodyHandlers.ofString()))
                .toList()
                .stream()
                .map(CompletableFuture::join)
                .toList();

        assertThat(ends.stream().filter(end -> end.statusCode() == 200).map(HttpResponse::body))
                .hasSize(100)
                .doesNotHaveDuplicates();
        assertThat(ends.stream().filter(end -> end.statusCode() == 204)).hasSize(100);
        count("crowd", survey).then().body("given", equalTo(100)).body("left", equalTo(0));
        assertThat(crowd.stream()
                        .map(Answering::finish)
                        .filter(end -> end.statusCode() == 200)
                        .map(Response::asString))
                .as("the same codes again")
                .containsExactlyInAnyOrderElementsOf(ends.stream()
                        .filter(end -> end.statusCode() == 200)
                        .map(HttpResponse::body)
                        .toList());
    }

    @Test
    void duplicatesAreToldAndNotAdded() {
        String survey = published("duplicates", Definitions.afterChat(WITH_CODES));

        add("duplicates", survey, "A\n\nB\nA\n")
                .then()
                .statusCode(200)
                .body("added", equalTo(2))
                .body("duplicates", equalTo(1))
                .body("duplicateLines", contains(4))
                .body("left", equalTo(2));
        managing("duplicates")
                .contentType("application/x-ndjson")
                .body("{\"code\":\"B\"}\n{\"code\":\"C\"}\n".getBytes())
                .post(path(survey))
                .then()
                .statusCode(200)
                .body("added", equalTo(1))
                .body("duplicateLines", contains(1));
        managing("duplicates").delete(path(survey)).then().statusCode(200).body("removed", equalTo(3));
        count("duplicates", survey).then().body("left", equalTo(0));
    }

    @Test
    void whatIsNoListOfCodesIsRefused() {
        String survey = published("refusing", Definitions.afterChat(WITH_CODES));

        add("refusing", survey, "GOOD\nnot good\n").then().statusCode(400).body("detail", containsString("Line 2"));
        add("refusing", survey, "\n\n").then().statusCode(400);
        add("refusing", survey, "x".repeat(1_100_000)).then().statusCode(413);
        add("another", survey, "A").then().statusCode(404);
        count("refusing", survey).then().body("left", equalTo(0));
    }

    private static Answering answered(String tenant, String survey, String conversation) {
        Answering offer = Answering.offered(tenant, survey, conversation);
        offer.answer("csat", "{\"value\":5}").then().statusCode(204);
        return offer;
    }

    private HttpRequest finish(Answering offer) {
        return HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/v1/offers/" + offer.id() + "/finish"))
                .header("Authorization", "Bearer " + TestTokens.token(offer.tenant(), "survey:answer"))
                .header("Offer-Token", offer.token())
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.noBody())
                .build();
    }

    private static Response add(String tenant, String survey, String codes) {
        return managing(tenant).contentType(ContentType.TEXT).body(codes).post(path(survey));
    }

    private static Response count(String tenant, String survey) {
        return managing(tenant).get(path(survey));
    }

    private static String path(String survey) {
        return "/v1/surveys/" + survey + "/incentive-codes";
    }
}
