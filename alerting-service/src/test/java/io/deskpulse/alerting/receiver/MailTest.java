package io.deskpulse.alerting.receiver;

import static io.deskpulse.alerting.receiver.Making.make;
import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMailUtil;
import io.deskpulse.alerting.alert.State;
import io.deskpulse.alerting.receiver.Outside.Servers;
import io.deskpulse.alerting.receiver.Sender.Outcome;
import io.deskpulse.kit.postgres.Schema;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import jakarta.mail.Multipart;
import jakarta.mail.internet.MimeMessage;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestProfile(Outside.class)
class MailTest {
    @Inject
    SendNotifications sender;

    @Inject
    Schema schema;

    @BeforeEach
    void tablesAreThere() {
        Awaitility.await().until(schema::migrated);
    }

    @Test
    void mailOfAGroupIsOneThreadInTheReceiversLanguage() throws Exception {
        make(
                "mail",
                "{\"kind\":\"email\",\"language\":\"zh-CN\",\"settings\":{\"to\":[\"li@desk.example\",\"bo@desk.example\"]}}");

        Outcome sent = sender.send(Telling.of("mail", "n-1", Telling.firing("mail", "b<2")));
        sender.send(Telling.of("mail", "n-2", Telling.resolved("mail", "b<2")));

        assertThat(sent).isEqualTo(new Outcome.Sent());
        List<MimeMessage> mails = mails("li@desk.example");
        MimeMessage first = mails.get(0);
        assertThat(first.getSubject()).isEqualTo("【告警】b<2 的解决率为 41%");
        assertThat(first.getAllRecipients()).hasSize(2);
        assertThat(first.getHeader("Auto-Submitted")).containsExactly("auto-generated");
        assertThat(part(first, "text/plain")).contains("告警：b<2 的解决率为 41%", "查看详情：https://desk.example/console/alerts");
        assertThat(part(first, "text/html")).contains("lang=\"zh-CN\"", "b&lt;2 的解决率", ">查看详情</a>");
        assertThat(mails.get(1).getSubject()).startsWith("【已恢复】");
        assertThat(mails.get(1).getHeader("References")).isEqualTo(first.getHeader("References"));
        assertThat(mails.get(1).getMessageID())
                .endsWith("@desk.example>")
                .isNotEqualTo(first.getMessageID())
                .isNotEqualTo(first.getHeader("References")[0]);
    }

    @Test
    void whatIsSentAgainHasTheSameIdAndNoValueMakesAHeader() throws Exception {
        make("mail-again", "{\"kind\":\"email\",\"settings\":{\"to\":[\"ann@desk.example\"]}}");
        Notification notification = Telling.of(
                "mail-again",
                "n-1",
                Telling.alert("mail-again", Map.of("topic", "t"), State.FIRING, "x\r\nBcc: evil@desk.example", ""));

        sender.send(notification);
        sender.send(notification);

        List<MimeMessage> mails = mails("ann@desk.example");
        assertThat(mails).hasSize(2);
        assertThat(mails.get(0).getMessageID()).isEqualTo(mails.get(1).getMessageID());
        assertThat(mails.get(0).getSubject()).isEqualTo("[FIRING] x  Bcc: evil@desk.example");
        assertThat(mails.get(0).getHeader("Bcc")).isNull();
        assertThat(mails("evil@desk.example").stream()
                        .filter(mail -> !GreenMailUtil.getHeaders(mail).contains("ann@")))
                .isEmpty();
    }

    @Test
    void tenantsOwnTextIsAlsoAPage() throws Exception {
        make(
                "mail-own",
                "{\"kind\":\"email\",\"settings\":{\"to\":[\"own@desk.example\"]},\"texts\":{\"body\":\"{#for alert in alerts}{alert.summary} & more{/for}\"}}");

        sender.send(Telling.of("mail-own", "n-1", Telling.firing("mail-own", "<b>")));

        MimeMessage mail = mails("own@desk.example").get(0);
        assertThat(part(mail, "text/plain").strip()).isEqualTo("Resolution of <b> is 41 % & more");
        assertThat(part(mail, "text/html")).contains("Resolution of &lt;b&gt; is 41 % &amp; more");
    }

    private static List<MimeMessage> mails(String to) {
        return Arrays.stream(Servers.mail.getReceivedMessages())
                .filter(mail -> GreenMailUtil.getHeaders(mail).contains(to))
                .distinct()
                .toList();
    }

    private static String part(MimeMessage mail, String type) throws Exception {
        Multipart parts = (Multipart) mail.getContent();
        for (int i = 0; i < parts.getCount(); i++) {
            if (parts.getBodyPart(i).isMimeType(type)) {
                return parts.getBodyPart(i).getContent().toString();
            }
        }
        throw new AssertionError("no " + type);
    }
}
