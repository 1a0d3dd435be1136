package io.deskpulse.survey.delivery.webhook;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.deskpulse.kit.secret.WatchedFile;
import io.deskpulse.survey.delivery.Carrier;
import io.deskpulse.survey.delivery.DeliverySettings;
import io.deskpulse.survey.delivery.Letter;
import io.deskpulse.survey.delivery.OurWords;
import io.deskpulse.survey.delivery.Outcome;
import io.deskpulse.survey.offer.Means;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Hands text messages to a gateway: {@code POST} of {@code {id, to, text, language}}, signed. What it answers 2xx it has taken;
 * a redirect is not followed, since the signature is for this address alone.
 */
@ApplicationScoped
class SmsCarrier implements Carrier {
    private final Optional<URI> url;
    private final WatchedFile<Signing> signing;
    private final Duration timeout;
    private final Clock clock;
    private HttpClient client;

    SmsCarrier(SmsSettings settings, DeliverySettings delivery, Clock clock) {
        this.url = settings.url();
        this.signing = new WatchedFile<>("Secret of the SMS gateway", settings.secret(), Signing::parse);
        this.timeout = delivery.timeout();
        this.clock = clock;
    }

    @PostConstruct
    void connect() {
        client = HttpClient.newBuilder()
                .connectTimeout(timeout)
                .followRedirects(HttpClient.Redirect.NEVER)
                .build();
    }

    @Override
    public Means means() {
        return Means.SMS;
    }

    @Override
    public Optional<String> hindrance() {
        return url.isPresent() && signing.content().isPresent() ? Optional.empty() : Optional.of("sms-not-configured");
    }

    @Override
    public Uni<Outcome> carry(Letter letter) {
        return Uni.createFrom()
                .completionStage(() -> client.sendAsync(request(letter), HttpResponse.BodyHandlers.discarding()))
                .map(answer -> GatewayAnswers.outcome(
                        answer.statusCode(), answer.headers().firstValue("Retry-After"), clock.instant()))
                .onFailure()
                .recoverWithItem(() -> new Outcome.Later("gateway-away"));
    }

    private HttpRequest request(Letter letter) {
        String id = "msg_" + letter.offer();
        String body = JsonNodeFactory.instance
                .objectNode()
                .put("id", id)
                .put("to", letter.to().value())
                .put("text", text(letter))
                .put("language", letter.language())
                .toString();
        Instant now = clock.instant();
        return HttpRequest.newBuilder(url.orElseThrow())
                .timeout(timeout)
                .header("Content-Type", "application/json")
                .header("webhook-id", id)
                .header("webhook-timestamp", String.valueOf(now.getEpochSecond()))
                .header("webhook-signature", signing.content().orElseThrow().sign(id, now, body))
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
    }

    private static String text(Letter letter) {
        String intro = letter.intro() == null ? OurWords.of(letter.tongue()).textMessage() : letter.intro();
        return intro + " " + letter.link();
    }
}
