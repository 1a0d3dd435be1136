package io.deskpulse.alerting.outgoing.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.deskpulse.alerting.outgoing.HostNames;
import io.deskpulse.alerting.outgoing.Reply;
import io.deskpulse.alerting.outgoing.Rules;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** What a post is told to have come to, by what the server and the names do. */
class RepliesTest extends LocalServers {
    @Test
    void serverThatDoesNotAnswerIsGivenUp() throws Exception {
        int port = server("127.0.0.1", false, request -> arrived.add("asked"));

        Reply reply = client(Rules.allowing("127.0.0.1/32").within(Duration.ofMillis(500)), local("127.0.0.1"))
                .post(to("http://hooks.example:" + port + "/"));

        assertThat(reply).isEqualTo(new Reply.Failed("timeout"));
        assertThat(arrived).containsExactly("asked");
    }

    @Test
    void connectionThatBreaksIsToldFromOneThatWasNotTaken() throws Exception {
        int port = server("127.0.0.1", false, request -> request.connection().close());

        Reply reply = client(Rules.allowing("127.0.0.1/32"), local("127.0.0.1"))
                .post(to("http://hooks.example:" + port + "/"));

        assertThat(reply).isEqualTo(new Reply.Failed("connection-lost"));
    }

    @Test
    void resolverThatDoesNotAnswerIsGivenUp() {
        HostNames slow = host -> {
            try {
                TimeUnit.SECONDS.sleep(3);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            throw new UnknownHostException();
        };

        assertThat(client(Rules.strict().within(Duration.ofMillis(200)), slow).post(to("https://slow.example/")))
                .isEqualTo(new Reply.Failed("timeout"));
    }

    @Test
    void endlessAnswerIsReadToItsLimit() throws Exception {
        int port = server("127.0.0.1", false, request -> {
            request.response().setChunked(true);
            vertx.setPeriodic(1, timer -> {
                if (request.response().closed()) {
                    vertx.cancelTimer(timer);
                } else {
                    request.response().write("x".repeat(300));
                }
            });
        });

        Reply reply = client(Rules.allowing("127.0.0.1/32"), local("127.0.0.1"))
                .post(to("http://hooks.example:" + port + "/"));

        assertThat(reply).isEqualTo(new Reply.Answered(200, Optional.empty(), "x".repeat(1024)));
    }

    @Test
    void whenToComeBackIsReadAsSecondsAndAsDate() throws Exception {
        int port = server("127.0.0.1", false, request -> request.response()
                .setStatusCode(503)
                .putHeader("Retry-After", request.path().substring(1).replace('_', ' '))
                .end());
        GuardedClient client = client(Rules.allowing("127.0.0.1/32"), local("127.0.0.1"));

        for (Map.Entry<String, Optional<Duration>> wait : Map.of(
                        "120", Optional.of(Duration.ofMinutes(2)),
                        "Sun,_01_Mar_2026_10:00:30_GMT", Optional.of(Duration.ofSeconds(30)),
                        "Sun,_01_Mar_2026_09:00:30_GMT", Optional.<Duration>empty(),
                        "99999999", Optional.of(Duration.ofHours(1)),
                        "soon", Optional.<Duration>empty())
                .entrySet()) {
            assertThat(client.post(to("http://hooks.example:" + port + "/" + wait.getKey())))
                    .isEqualTo(new Reply.Answered(503, wait.getValue(), ""));
        }
    }

    @Test
    void hostThatNobodyKnowsOrThatIsClosedMayBeThereLater() {
        HostNames none = host -> {
            throw new UnknownHostException(host);
        };

        assertThat(client(Rules.strict(), none).post(to("https://nobody.example/")))
                .isEqualTo(new Reply.Failed("host-unknown"));
        assertThat(client(Rules.allowing("127.0.0.1/32"), local("127.0.0.1")).post(to("http://closed.example:1/")))
                .isEqualTo(new Reply.Failed("connection-refused"));
    }
}
