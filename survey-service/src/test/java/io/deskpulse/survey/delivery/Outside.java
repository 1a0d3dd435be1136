package io.deskpulse.survey.delivery;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import io.deskpulse.localstack.process.Ports;
import io.deskpulse.localstack.quarkus.LocalStackResource;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.quarkus.test.junit.QuarkusTestProfile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** A service that sends e-mails to a real SMTP server and text messages to a gateway, both of this test. */
public class Outside implements QuarkusTestProfile {
    @Override
    public List<TestResourceEntry> testResources() {
        return List.of(
                new TestResourceEntry(LocalStackResource.class, Map.of("database", "survey")),
                new TestResourceEntry(Servers.class));
    }

    @Override
    public Map<String, String> getConfigOverrides() {
        return Map.of(
                "deskpulse.survey.mail.enabled", "true",
                "deskpulse.survey.delivery.look-every", "50ms",
                // What fails on a busy machine is tried again soon.
                "deskpulse.survey.delivery.first-pause", "1s");
    }

    /** The same without a courier, as though it had been killed: tests do its turns. */
    public static final class WithoutCourier extends Outside {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("deskpulse.survey.mail.enabled", "true", "deskpulse.survey.delivery.courier", "false");
        }
    }

    /** Starts and stops them. */
    public static final class Servers implements QuarkusTestResourceLifecycleManager {
        static final String SECRET = "whsec_dGVzdC1vbmx5LXRlc3Qtb25seS10ZXN0LW9ubHktMzJi";
        static GreenMail mail;
        static WireMockServer gateway;

        @Override
        public Map<String, String> start() {
            mail = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
            mail.start();
            gateway = new WireMockServer(WireMockConfiguration.options().port(Ports.free()));
            gateway.start();
            return Map.of(
                    "quarkus.mailer.host",
                    "127.0.0.1",
                    "quarkus.mailer.port",
                    String.valueOf(mail.getSmtp().getPort()),
                    "quarkus.mailer.start-tls",
                    "DISABLED",
                    "quarkus.mailer.from",
                    "ask@shop.example",
                    "deskpulse.survey.sms.url",
                    gateway.baseUrl() + "/send",
                    "deskpulse.survey.sms.secret",
                    secret().toString());
        }

        @Override
        public void stop() {
            mail.stop();
            gateway.stop();
        }

        private static Path secret() {
            try {
                return Files.writeString(Files.createTempFile("sms-", ".secret"), "# tests only\n" + SECRET + "\n");
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
