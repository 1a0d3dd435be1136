package io.deskpulse.alerting.receiver;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import io.deskpulse.localstack.process.Ports;
import io.deskpulse.localstack.quarkus.LocalStackResource;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.quarkus.test.junit.QuarkusTestProfile;
import java.util.List;
import java.util.Map;

/** A service that sends to an SMTP server and to web servers of this test. */
public final class Outside implements QuarkusTestProfile {
    @Override
    public List<TestResourceEntry> testResources() {
        return List.of(
                new TestResourceEntry(LocalStackResource.class, Map.of("database", "alerting")),
                new TestResourceEntry(Servers.class));
    }

    /** Starts and stops them. */
    public static final class Servers implements QuarkusTestResourceLifecycleManager {
        public static GreenMail mail;
        public static WireMockServer web;
        /** Where a test may start an Alertmanager. */
        public static int alertmanagerPort;

        /** An address at the web server; each test has a path of its own. */
        public static String url(String path) {
            return "http://127.0.0.1:" + web.port() + path;
        }

        @Override
        public Map<String, String> start() {
            mail = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
            mail.start();
            web = new WireMockServer(WireMockConfiguration.options().port(Ports.free()));
            web.start();
            alertmanagerPort = Ports.free();
            return Map.of(
                    "quarkus.mailer.host", "127.0.0.1",
                    "quarkus.mailer.port", String.valueOf(mail.getSmtp().getPort()),
                    "quarkus.mailer.start-tls", "DISABLED",
                    "quarkus.mailer.from", "alerts@desk.example",
                    "deskpulse.alerting.mail.enabled", "true",
                    "deskpulse.alerting.external-url", "https://desk.example",
                    "deskpulse.alerting.outgoing.allow-http", "true",
                    "deskpulse.alerting.outgoing.allowed",
                            "127.0.0.1:" + web.port() + ",127.0.0.1:" + alertmanagerPort);
        }

        @Override
        public void stop() {
            mail.stop();
            web.stop();
        }
    }
}
