package io.deskpulse.localstack.alert;

import com.fasterxml.jackson.databind.JsonNode;
import io.deskpulse.localstack.alert.LocalReceiver.Received;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.concurrent.TimeUnit;

/** {@code run alert}: shows how an alert comes about and ends, in a running installation, with the times of each step. */
public final class AlertTrial {

    private static final Duration PROMISED = Duration.ofSeconds(2);
    private static final Duration LONGEST = Duration.ofMinutes(3);
    private static final Duration ROOM = Duration.ofSeconds(15);
    private static final int CONVERSATIONS = 20;

    private final AlertTarget target;
    private final Clock clock;
    private final Timeline timeline;
    private final TrialChats chats;

    public AlertTrial(AlertTarget target, Clock clock, PrintStream out) {
        this.target = target;
        this.clock = clock;
        this.timeline = new Timeline(out);
        this.chats = new TrialChats(target.ingest(), clock);
    }

    /** Exit code: 0 all came in time, 1 it did not. */
    public int run() {
        try (var receiver = LocalReceiver.open(clock);
                var watermarks = new Watermarks(target.kafka())) {
            setUp(receiver);
            var fired = fire(receiver, watermarks);
            acknowledge(fired);
            return resolve(receiver, watermarks) && inTime(fired, watermarks) ? 0 : 1;
        } catch (AlertTrialFailed e) {
            timeline.say(e.getMessage());
            return 1;
        }
    }

    private void setUp(LocalReceiver receiver) {
        timeline.say(
                "Tenant " + target.tenant() + ": a rule over resolution_rate by variant (below 70 % within one minute),"
                        + " and a webhook receiver at " + receiver.url());
        var made = target.alerting()
                .putNew("/v1/receivers/default", Documents.webhook(receiver.url()))
                .good()
                .path("made");
        receiver.trust(made.elements().next().asText());
        target.alerting().put("/v1/routing", 0, Documents.trialRouting()).good();
        target.alerting().post("/v1/rules", Documents.trialRule()).good();
    }

    private Received fire(LocalReceiver receiver, Watermarks watermarks) {
        awaitRoomInTheMinute();
        var begun = clock.instant();
        timeline.note(
                begun, "conversations begin: variant good resolves its customers' questions, variant bad does not");
        chats.send("good", CONVERSATIONS, true);
        chats.send("bad", CONVERSATIONS, false);
        timeline.note(clock.instant(), "the last event is accepted");
        var end = begun.truncatedTo(ChronoUnit.MINUTES).plus(1, ChronoUnit.MINUTES);
        timeline.note(end, "the minute of the window is over");
        var received = receiver.await("firing", LONGEST);
        tellReceived(watermarks, received, "fires");
        return received;
    }

    private void tellReceived(Watermarks watermarks, Received received, String what) {
        var alert = alert(received);
        watermarks
                .passed(windowEnd(received))
                .ifPresent(at -> timeline.note(at, "all of the window is counted: the watermark has passed its end"));
        timeline.note(
                Instant.parse(alert.path("decidedAt").asText()),
                "the alert %s: resolution rate of variant %s is %s, of %d conversations"
                        .formatted(
                                what,
                                alert.path("group").path("variant").asText(),
                                percent(alert.path("evidence").path("value")),
                                alert.path("evidence")
                                        .path("sample")
                                        .asLong(alert.path("evidence")
                                                .path("denominator")
                                                .asLong())));
        timeline.note(
                received.at(),
                "the receiver has the body; its signature is " + (received.genuine() ? "good" : "NOT GOOD"));
    }

    private void acknowledge(Received fired) {
        var link = alert(fired).path("acknowledge").asText();
        var request = HttpRequest.newBuilder(URI.create(link))
                .POST(HttpRequest.BodyPublishers.noBody())
                .build();
        try {
            var answer = HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.discarding());
            if (answer.statusCode() != 200) {
                throw new AlertTrialFailed("the link to acknowledge answered " + answer.statusCode());
            }
        } catch (IOException e) {
            throw new AlertTrialFailed("the link to acknowledge does not answer");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AlertTrialFailed("interrupted");
        }
        var stands = target.alerting()
                .get("/v1/alerts/" + alert(fired).path("fingerprint").asText())
                .good();
        timeline.note(
                Instant.parse(stands.path("acknowledgement").path("at").asText()),
                "acknowledged by the link in the body");
    }

    private boolean resolve(LocalReceiver receiver, Watermarks watermarks) {
        awaitRoomInTheMinute();
        chats.send("bad", 2 * CONVERSATIONS, true);
        timeline.note(clock.instant(), "variant bad is mended: its conversations are resolved now");
        var received = receiver.await("resolved", LONGEST);
        tellReceived(watermarks, received, "is over");
        return received.genuine();
    }

    private boolean inTime(Received fired, Watermarks watermarks) {
        var passed = watermarks.passed(windowEnd(fired));
        if (passed.isEmpty()) {
            timeline.say("The watermark was not seen.");
            return false;
        }
        var decided = Instant.parse(alert(fired).path("decidedAt").asText());
        var firing = Duration.between(passed.get(), decided);
        var told = Duration.between(passed.get(), fired.at());
        var good = fired.genuine() && told.compareTo(PROMISED) <= 0;
        timeline.say(String.format(
                Locale.ROOT,
                "From the watermark: fired after %.3f s, received after %.3f s. Within 2 s: %s",
                firing.toMillis() / 1000.0,
                told.toMillis() / 1000.0,
                good ? "yes" : "no"));
        return good;
    }

    /** All conversations of one step belong into one minute, and into one that begins after what was judged. */
    private void awaitRoomInTheMinute() {
        var now = clock.instant();
        var next = now.truncatedTo(ChronoUnit.MINUTES).plus(1, ChronoUnit.MINUTES);
        if (Duration.between(now, next).compareTo(ROOM) < 0) {
            try {
                TimeUnit.MILLISECONDS.sleep(Duration.between(now, next).toMillis() + 500);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new AlertTrialFailed("interrupted");
            }
        }
    }

    private static JsonNode alert(Received received) {
        return received.body().path("deskpulse").path("alerts").path(0);
    }

    private static Instant windowEnd(Received received) {
        return Instant.parse(alert(received).path("at").asText());
    }

    private static String percent(JsonNode value) {
        return value.isNumber() ? String.format(Locale.ROOT, "%.0f %%", 100 * value.asDouble()) : "unknown";
    }
}
