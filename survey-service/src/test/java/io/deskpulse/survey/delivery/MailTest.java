package io.deskpulse.survey.delivery;

import static io.deskpulse.survey.Requests.managing;
import static io.deskpulse.survey.Requests.published;
import static io.deskpulse.survey.delivery.Sending.delivery;
import static io.deskpulse.survey.delivery.Sending.newest;
import static io.deskpulse.survey.delivery.Sending.send;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import com.icegreen.greenmail.util.GreenMailUtil;
import io.agroal.api.AgroalDataSource;
import io.deskpulse.survey.DatabaseDump;
import io.deskpulse.survey.Definitions;
import io.deskpulse.survey.Linked;
import io.deskpulse.survey.delivery.Outside.Servers;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestProfile(Outside.class)
class MailTest {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final String INVITATION =
            """
            "invitation": {"subject": {"en": "Your order", "zh-CN": "您的订单"},
                           "intro": {"en": "Was all well?", "zh-CN": "一切<顺利>吗？"}}""";

    @Inject
    AgroalDataSource dataSource;

    @BeforeEach
    void tablesAreThere() throws Exception {
        await().atMost(PATIENCE).until(() -> given().get("/q/health/ready").statusCode() == 200);
        Servers.mail.purgeEmailFromAllMailboxes();
    }

    @Test
    void mailInTheCustomersLanguageLeadsToTheSurvey() throws Exception {
        String survey = published("mail-zh", Definitions.afterChat(INVITATION));

        String offer = send("mail-zh", survey, "k-1", "email", "li@shop.example", "zh-CN")
                .then()
                .statusCode(201)
                .body("delivery.state", equalTo("waiting"))
                .extract()
                .path("id");

        MimeMessage mail = received("li@shop.example");
        assertThat(mail.getSubject()).isEqualTo("您的订单");
        assertThat(mail.getMessageID()).isEqualTo("<" + offer + "@ask.example>");
        assertThat(mail.getFrom()[0].toString()).isEqualTo("ask@shop.example");
        assertThat(part(mail, "text/plain")).contains("一切<顺利>吗？", "我们的服务怎么样？", "https://ask.example/s/", "您好");
        assertThat(part(mail, "text/html")).contains("一切&lt;顺利&gt;吗？", "立即评价", "lang=\"zh-CN\"");
        Linked link = new Linked(offer, token(part(mail, "text/plain"), "/s/"));
        link.open().then().statusCode(200).body("id", equalTo(offer)).body("language", equalTo("zh-CN"));
        await().atMost(PATIENCE).until(() -> "sent".equals(newest("mail-zh", "state")));
        assertThat(delivery("mail-zh").asString()).contains(offer).doesNotContain("li@");
        assertThat(given().get("/q/metrics").asString())
                .contains("deskpulse_survey_deliveries_sent_total{means=\"email\"}");
    }

    @Test
    void surveyThatSaysNothingIsInvitedToInOurWords() throws Exception {
        String survey = published("mail-en", Definitions.afterChat());

        send("mail-en", survey, "k-1", "email", "ann@shop.example", "en").then().statusCode(201);

        MimeMessage mail = received("ann@shop.example");
        assertThat(mail.getSubject()).isEqualTo("How did we do?");
        assertThat(part(mail, "text/plain")).contains("Would you take a minute", "The link works until");
        assertThat(part(mail, "text/html")).contains("Answer now", "Do not ask me again");
    }

    @Test
    void oneClickUnsubscribes() throws Exception {
        String survey = published("unsubscribing", Definitions.afterChat());
        send("unsubscribing", survey, "k-1", "email", "bo@shop.example", "en")
                .then()
                .statusCode(201);
        MimeMessage mail = received("bo@shop.example");
        assertThat(mail.getHeader("List-Unsubscribe-Post")).containsExactly("List-Unsubscribe=One-Click");
        String path = "/u/" + token(mail.getHeader("List-Unsubscribe")[0], "/u/");
        await().atMost(PATIENCE).until(() -> "sent".equals(newest("unsubscribing", "state")));
        await().atMost(PATIENCE)
                .until(() -> DatabaseDump.of(dataSource).get("outbox").isEmpty());
        Map<String, String> before = DatabaseDump.of(dataSource);
        for (int i = 0; i < 20; i++) {
            given().header("Accept-Language", "zh")
                    .get(path)
                    .then()
                    .statusCode(200)
                    .body(containsString("<form method=\"post\">"))
                    .body(containsString("不再询问"))
                    .header("Cache-Control", "no-store");
        }
        assertThat(DatabaseDump.of(dataSource)).as("looking writes nothing").isEqualTo(before);

        for (int i = 0; i < 2; i++) {
            given().contentType("application/x-www-form-urlencoded")
                    .body("List-Unsubscribe=One-Click")
                    .post(path)
                    .then()
                    .statusCode(200)
                    .body(containsString("We will not ask you again"));
        }

        send("unsubscribing", survey, "k-1", "email").then().statusCode(200).body("reason", equalTo("unsubscribed"));
        send("unsubscribing", survey, "k-1", "email", "other@shop.example", "en")
                .then()
                .body("reason", equalTo("unsubscribed"));
        send("unsubscribing", survey, "k-2", "email", "BO@shop.example", "en")
                .then()
                .body("reason", equalTo("unsubscribed"));
        managing("unsubscribing")
                .get("/v1/bounces")
                .then()
                .body("bounces", hasSize(1))
                .body("bounces[0].state", equalTo("unsubscribed"));
        given().get(path.substring(0, path.length() - 3) + "AAA").then().statusCode(404);
        given().post(path.substring(0, path.length() - 3) + "AAA").then().statusCode(404);
    }

    @Test
    void withoutAddressThereIsNoOffer() {
        String survey = published("addressless", Definitions.afterChat());

        send("addressless", survey, "k-1", "email").then().statusCode(200).body("reason", equalTo("no-contact"));
        send("addressless", survey, "k-1", "email", "nobody", "en")
                .then()
                .statusCode(400)
                .body("pointer", equalTo("/send/to"));
        send("addressless", survey, "k-1", "email", "a@b.example>\\r\\nBcc: c@d.example", "en")
                .then()
                .statusCode(400);
        delivery("addressless").then().body("deliveries", hasSize(0));
    }

    private static MimeMessage received(String to) {
        await().atMost(PATIENCE).until(() -> !mails(to).isEmpty());
        return mails(to).get(0);
    }

    private static List<MimeMessage> mails(String to) {
        return Arrays.stream(Servers.mail.getReceivedMessages())
                .filter(mail -> GreenMailUtil.getHeaders(mail).contains(to))
                .toList();
    }

    private static String part(MimeMessage mail, String type) throws MessagingException, IOException {
        Multipart parts = (Multipart) mail.getContent();
        for (int i = 0; i < parts.getCount(); i++) {
            if (parts.getBodyPart(i).isMimeType(type)) {
                return parts.getBodyPart(i).getContent().toString();
            }
        }
        throw new AssertionError("no " + type);
    }

    private static String token(String text, String path) {
        String rest = text.substring(text.indexOf(path) + path.length());
        return rest.replaceFirst("(?s)[^A-Za-z0-9_-].*", "");
    }
}
