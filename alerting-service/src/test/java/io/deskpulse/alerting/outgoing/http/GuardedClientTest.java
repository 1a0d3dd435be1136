package io.deskpulse.alerting.outgoing.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.deskpulse.alerting.outgoing.HostNames;
import io.deskpulse.alerting.outgoing.Reply;
import io.deskpulse.alerting.outgoing.Rules;
import io.deskpulse.kit.tracing.Tracing;
import java.net.InetAddress;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** Where a post goes, and where it does not. */
class GuardedClientTest extends LocalServers {
    @Test
    void connectsToTheCheckedAddressAndVerifiesTheName() throws Exception {
        int port = server("127.0.0.1", true, this::thank);
        Reply reply = client(Rules.allowing("127.0.0.1/32"), local("127.0.0.1"))
                .post(to("https://hooks.example:" + port + "/alerts?key=1"));

        assertThat(reply).isEqualTo(new Reply.Answered(200, Optional.empty(), "thanks"));
        assertThat(arrived)
                .containsExactly("127.0.0.1 POST /alerts?key=1 hooks.example:" + port + " hooks.example {\"a\":1}");
    }

    @Test
    void certificateOfAnotherNameIsRefused() throws Exception {
        int port = server("127.0.0.1", true, this::thank);

        Reply reply = client(Rules.allowing("127.0.0.1/32"), local("127.0.0.1"))
                .post(to("https://other.example:" + port + "/"));

        assertThat(reply).isEqualTo(new Reply.Failed("tls-failed"));
        assertThat(arrived).isEmpty();
    }

    @Test
    void certificateThatNobodyVouchesForIsRefused() throws Exception {
        int port = server("127.0.0.1", true, this::thank);
        GuardedClient plain = opened(new GuardedClient(
                vertx, Rules.allowing("127.0.0.1/32").guard(local("127.0.0.1")), Rules.strict(), CLOCK, Tracing.OFF));

        assertThat(plain.post(to("https://hooks.example:" + port + "/"))).isEqualTo(new Reply.Failed("tls-failed"));
        assertThat(arrived).isEmpty();
    }

    @Test
    void nameThatLeadsElsewhereAMomentLaterIsNotFollowedThere() throws Exception {
        int port = server("127.0.0.1", false, this::thank);
        vertxServer("127.0.0.66", port, false, this::thank);
        AtomicInteger asked = new AtomicInteger();
        HostNames changing =
                host -> List.of(InetAddress.getByName(asked.getAndIncrement() == 0 ? "127.0.0.1" : "127.0.0.66"));
        GuardedClient client = client(Rules.allowing("127.0.0.1/32"), changing);

        assertThat(client.post(to("http://rebinding.example:" + port + "/"))).isInstanceOf(Reply.Answered.class);
        assertThat(asked).hasValue(1);
        assertThat(arrived).hasSize(1).allMatch(request -> request.startsWith("127.0.0.1 "));

        assertThat(client.post(to("http://rebinding.example:" + port + "/")))
                .isEqualTo(new Reply.Refused("address-not-allowed"));
        assertThat(arrived).hasSize(1);
    }

    @Test
    void redirectIsNotFollowed() throws Exception {
        int port = server("127.0.0.66", false, this::thank);
        int redirecting = server("127.0.0.1", false, request -> request.response()
                .setStatusCode(307)
                .putHeader("Location", "http://127.0.0.66:" + port + "/")
                .end());

        Reply reply = client(Rules.allowing("127.0.0.1/32"), local("127.0.0.1"))
                .post(to("http://hooks.example:" + redirecting + "/"));

        assertThat(reply).isEqualTo(new Reply.Answered(307, Optional.empty(), ""));
        assertThat(arrived).isEmpty();
    }

    @Test
    void addressThatTakesNoConnectionGivesWayToTheNext() throws Exception {
        int port = server("127.0.0.1", false, this::thank);

        Reply reply = client(Rules.allowing("127.0.0.0/8"), local("127.0.0.66", "127.0.0.1"))
                .post(to("http://hooks.example:" + port + "/"));

        assertThat(reply).isInstanceOf(Reply.Answered.class);
    }
}
