package io.deskpulse.localstack.alert;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;

class LocalReceiverTest {

    private static final byte[] SECRET = "a secret of 32 bytes, at least...".getBytes(UTF_8);
    private static final Duration SOON = Duration.ofSeconds(5);

    @Test
    void aBodyIsGenuineOnlyAsItWasSigned() throws Exception {
        try (var receiver = LocalReceiver.open(Clock.systemUTC())) {
            receiver.trust("whsec_" + Base64.getEncoder().encodeToString(SECRET));
            var body = "{\"status\":\"firing\"}";
            var signature = sign("msg-1.1700000000." + body);

            post(receiver, body, signature);
            post(receiver, "{\"status\":\"firing\" }", signature);

            assertThat(receiver.await("firing", SOON).genuine()).isTrue();
            assertThat(receiver.await("firing", SOON).genuine()).isFalse();
        }
    }

    @Test
    void bodiesOfAnotherStatusArePassedOver() throws Exception {
        try (var receiver = LocalReceiver.open(Clock.systemUTC())) {
            receiver.trust(Base64.getEncoder().encodeToString(SECRET));
            post(receiver, "{\"status\":\"firing\"}", "v1,none");
            post(receiver, "{\"status\":\"resolved\"}", "v1,none");

            assertThat(receiver.await("resolved", SOON).status()).isEqualTo("resolved");
            assertThatThrownBy(() -> receiver.await("resolved", Duration.ofMillis(10)))
                    .isInstanceOf(AlertTrialFailed.class)
                    .hasMessageContaining("resolved");
        }
    }

    private static void post(LocalReceiver receiver, String body, String signature) throws Exception {
        var request = HttpRequest.newBuilder(URI.create(receiver.url()))
                .header("webhook-id", "msg-1")
                .header("webhook-timestamp", "1700000000")
                .header("webhook-signature", signature)
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
        assertThat(HttpClient.newHttpClient()
                        .send(request, HttpResponse.BodyHandlers.discarding())
                        .statusCode())
                .isEqualTo(204);
    }

    private static String sign(String content) throws Exception {
        var mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(SECRET, "HmacSHA256"));
        return "v1," + Base64.getEncoder().encodeToString(mac.doFinal(content.getBytes(UTF_8)));
    }
}
