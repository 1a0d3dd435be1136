package io.deskpulse.alerting.receiver.pace;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static io.deskpulse.alerting.receiver.Making.make;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import io.deskpulse.alerting.alert.State;
import io.deskpulse.alerting.receiver.Delivery;
import io.deskpulse.alerting.receiver.Kept;
import io.deskpulse.alerting.receiver.Notification;
import io.deskpulse.alerting.receiver.Outside;
import io.deskpulse.alerting.receiver.Outside.Servers;
import io.deskpulse.alerting.receiver.Receivers;
import io.deskpulse.alerting.receiver.Safe;
import io.deskpulse.alerting.receiver.Sender.Outcome;
import io.deskpulse.alerting.receiver.Telling;
import io.deskpulse.kit.postgres.Schema;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What happens to messages that come faster than a room takes them; time is that of the test. */
@QuarkusTest
@TestProfile(Outside.class)
class DigestTest {
    @Inject
    PacedRooms rooms;

    @Inject
    Receivers receivers;

    @Inject
    Safe safe;

    @Inject
    Schema schema;

    @BeforeEach
    void tablesAreThere() {
        Awaitility.await().until(schema::migrated);
    }

    @Test
    void whatComesFasterGoesOutAsOneDigestInOrderAndNothingIsLost() throws Exception {
        dingTalk("digest");
        for (int i = 0; i < 20; i++) {
            assertThat(send("digest", "g" + i, "n-" + i, true, i)).isEqualTo(new Outcome.Sent());
        }

        // the twenty-first within a minute, and others
        for (int i = 20; i < 35; i++) {
            assertThat(send("digest", "g" + i, "n-" + i, i % 5 != 0, i))
                    .isEqualTo(new Outcome.Retry("paced", Optional.of(Duration.ofSeconds(60 - i))));
        }
        assertThat(texts("digest")).hasSize(20);

        // a minute after the first: the one that asks takes all others along
        assertThat(send("digest", "g30", "n-30", false, 61)).isEqualTo(new Outcome.Sent());
        List<String> texts = texts("digest");
        assertThat(texts).hasSize(21);
        assertThat(texts.get(20)).startsWith("### [DIGEST] 12 firing, 3 resolved\n\n");
        List<String> lines =
                texts.get(20).lines().filter(line -> line.startsWith("- ")).toList();
        assertThat(lines).hasSize(15).first().isEqualTo("- [RESOLVED] Resolution of g20 is 41 %");
        assertThat(lines.get(1)).isEqualTo("- [FIRING] Resolution of g21 is 41 %");

        // and each is told when it comes again
        for (int i = 20; i < 35; i++) {
            assertThat(send("digest", "g" + i, "n-" + i, i % 5 != 0, 62)).isEqualTo(new Outcome.Sent());
        }
        assertThat(texts("digest")).hasSize(21);

        // while what is new of a group is sent
        assertThat(send("digest", "g20", "n-99", false, 63)).isEqualTo(new Outcome.Sent());
        assertThat(texts("digest")).hasSize(22);
    }

    @Test
    void newerNotificationOfAGroupTakesThePlaceOfTheOneThatWaits() throws Exception {
        dingTalk("digest-newer");
        for (int i = 0; i < 20; i++) {
            send("digest-newer", "g" + i, "n-" + i, true, 0);
        }
        send("digest-newer", "late", "n-fires", true, 1);
        send("digest-newer", "late", "n-ends", false, 2);

        assertThat(send("digest-newer", "other", "n-other", true, 61)).isEqualTo(new Outcome.Sent());

        assertThat(texts("digest-newer").get(20).lines().filter(line -> line.startsWith("- ")))
                .containsExactly("- [RESOLVED] Resolution of late is 41 %", "- [FIRING] Resolution of other is 41 %");
    }

    @Test
    void digestThatFailsIsSentAgainAndRoomThatIsFullIsLeftAlone() throws Exception {
        dingTalk("digest-fails");
        for (int i = 0; i < 20; i++) {
            send("digest-fails", "g" + i, "n-" + i, true, 0);
        }
        send("digest-fails", "a", "n-a", true, 1);
        Servers.web.stubFor(
                post(urlPathEqualTo("/digest-fails")).willReturn(aResponse().withStatus(503)));
        assertThat(send("digest-fails", "b", "n-b", true, 61)).isInstanceOf(Outcome.Retry.class);
        Servers.web.stubFor(post(urlPathEqualTo("/digest-fails"))
                .willReturn(okJson("{\"errcode\":130101,\"errmsg\":\"too fast\"}")));
        assertThat(send("digest-fails", "a", "n-a", true, 62))
                .isEqualTo(new Outcome.Retry("rate-limited", Optional.of(Duration.ofMinutes(1))));
        int tried = texts("digest-fails").size();
        assertThat(send("digest-fails", "b", "n-b", true, 63))
                .isEqualTo(new Outcome.Retry("paced", Optional.of(Duration.ofSeconds(59))));
        assertThat(texts("digest-fails")).hasSize(tried);
        Servers.web.stubFor(post(urlPathEqualTo("/digest-fails")).willReturn(okJson("{\"errcode\":0}")));

        assertThat(send("digest-fails", "b", "n-b", true, 123)).isEqualTo(new Outcome.Sent());
        assertThat(send("digest-fails", "a", "n-a", true, 124)).isEqualTo(new Outcome.Sent());

        assertThat(texts("digest-fails")).hasSize(tried + 1);
        assertThat(texts("digest-fails").get(tried)).contains("Resolution of a", "Resolution of b");
    }

    @Test
    void whatNobodyAsksForAnyMoreIsLeftOut() throws Exception {
        dingTalk("digest-dropped");
        for (int i = 0; i < 20; i++) {
            send("digest-dropped", "g" + i, "n-" + i, true, 0);
        }
        send("digest-dropped", "dropped", "n-dropped", true, 1);

        send("digest-dropped", "later", "n-later", true, 1_200);

        assertThat(texts("digest-dropped").get(20))
                .contains("Resolution of later")
                .doesNotContain("DIGEST");
    }

    @Test
    void tenantsOwnLimitCountsAsWell() {
        make(
                "digest-own",
                "{\"kind\":\"slack\",\"limit\":{\"count\":2,\"per\":\"PT1H\"},\"secrets\":{\"url\":\""
                        + Servers.url("/digest-own") + "\"}}");
        Servers.web.stubFor(
                post(urlPathEqualTo("/digest-own")).willReturn(aResponse().withStatus(200)));

        assertThat(send("digest-own", "a", "n-a", true, 0)).isEqualTo(new Outcome.Sent());
        assertThat(send("digest-own", "b", "n-b", true, 10)).isEqualTo(new Outcome.Sent());
        assertThat(send("digest-own", "c", "n-c", true, 20))
                .isEqualTo(new Outcome.Retry("paced", Optional.of(Duration.ofSeconds(3_580))));
    }

    private Outcome send(String tenant, String group, String id, boolean firing, int second) {
        Kept kept = receivers.find(tenant, "r").orElseThrow();
        Notification notification = new Notification(
                id,
                tenant,
                "r",
                group,
                Map.of("variant", group),
                List.of(Telling.alert(
                        tenant,
                        Map.of("variant", group),
                        firing ? State.FIRING : State.NORMAL,
                        "Resolution of " + group + " is 41 %",
                        group)),
                0,
                0);
        Instant at = Telling.START.plusSeconds(second);
        return rooms.send(new Delivery(kept.receiver(), safe.open(kept).orElseThrow(), notification, at, false));
    }

    private static void dingTalk(String tenant) {
        make(tenant, "{\"kind\":\"dingtalk\",\"secrets\":{\"url\":\"" + Servers.url("/" + tenant) + "\"}}");
        Servers.web.stubFor(post(urlPathEqualTo("/" + tenant)).willReturn(okJson("{\"errcode\":0}")));
    }

    private static List<String> texts(String tenant) throws Exception {
        List<String> texts = new ArrayList<>();
        for (LoggedRequest request : Servers.web.findAll(postRequestedFor(urlPathEqualTo("/" + tenant)))) {
            texts.add(new ObjectMapper()
                    .readTree(request.getBodyAsString())
                    .at("/markdown/text")
                    .textValue());
        }
        return texts;
    }
}
