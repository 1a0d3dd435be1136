package io.deskpulse.endtoend.secure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.deskpulse.endtoend.Story;
import io.deskpulse.endtoend.alerting.Inbox;
import io.deskpulse.endtoend.deployment.HttpCaller;
import io.deskpulse.endtoend.deployment.IngestClient;
import io.deskpulse.localstack.alert.JsonApi;
import io.deskpulse.localstack.service.Service;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.apache.kafka.common.errors.TopicAuthorizationException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;

/** All four services over TLS with certificates, passwords, rights in Kafka, files of secrets and roles, as in a cluster; and what they say when something of it is wrong. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class SecureIT {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final String ALERTS = "secure-alerts";

    private final SecureDeployment deployment = new SecureDeployment();
    private final Inbox inbox = new Inbox(1, 10);
    private String waiting;

    @BeforeAll
    void startAsInACluster() {
        List.of("ingest", "survey", "metrics", "alerting")
                .forEach(name -> deployment.launch(name, name, deployment.settings(name)));
        await().atMost(PATIENCE).until(() -> ready("alerting").contains("this service needs version"));
        waiting = ready("alerting");
        SecureDeployment.WITH_TABLES.forEach(name -> deployment.launch(name, name + "-job", deployment.job(name)));
        List.of("ingest", "survey", "metrics", "alerting")
                .forEach(name -> deployment.service(name).awaitReady());
    }

    @AfterAll
    void stop() {
        inbox.close();
        deployment.close();
    }

    @Test
    @Order(1)
    void servicesWaitForTheTablesAndJobsMakeThemAndDoNothingElse() {
        assertThat(waiting).contains("the tables are not there", "deskpulse.postgres.migrate=only");
        for (String name : SecureDeployment.WITH_TABLES) {
            Service job = deployment.service(name + "-job");
            await().atMost(PATIENCE).until(() -> !job.process().alive());
            assertThat(job.process().exitCode()).as(name).hasValue(0);
            assertThat(SecureDeployment.log(job))
                    .as(name)
                    .contains("Migrating schema")
                    .doesNotContain("Listening on", "ERROR");
        }
    }

    @Test
    @Order(2)
    void serviceMayNeitherMakeTablesNorBeWithoutTls() {
        SecureDatabase survey = new SecureDatabase(deployment, "survey");

        assertThatThrownBy(() -> survey.execute("require", "create table theirs (id int)"))
                .hasMessageContaining("permission denied");
        assertThatThrownBy(() -> survey.execute("require", "update flyway_schema_history set success = false"))
                .hasMessageContaining("permission denied");
        assertThatThrownBy(() -> survey.execute("disable", "select 1")).hasMessageContaining("no encryption");
    }

    /** That they may do what they have to is shown by all else here: nobody has other rights than {@code deploy/} gives. */
    @Test
    @Order(2)
    void serviceMayWriteNothingInKafkaButWhatIsItsWork() {
        SecureKafkaClient ingest = new SecureKafkaClient(deployment.settings("ingest"));
        SecureKafkaClient survey = new SecureKafkaClient(deployment.settings("survey"));

        assertThatThrownBy(() -> ingest.write("alerts")).isInstanceOf(TopicAuthorizationException.class);
        assertThatThrownBy(() -> survey.write("measurements")).isInstanceOf(TopicAuthorizationException.class);
    }

    @Test
    @Order(3)
    void anAlertRuleIsMadeAndItsEventsAreSent() throws IOException {
        JsonApi api = new JsonApi(deployment.service("alerting").base(), deployment.token(ALERTS, "alerts:manage"));
        JsonNode made = api.putNew(
                        "/v1/receivers/default", json("{'kind': 'webhook', 'settings': {'url': '%s'}}", inbox.url()))
                .good();
        inbox.trust(made.path("made").elements().next().asText());
        api.put(
                        "/v1/routing",
                        0,
                        json("{'route': {'receiver': 'default', 'groupBy': ['alertname'], 'groupWait': '0s',"
                                + " 'groupInterval': '1s', 'repeatInterval': '4h'}}"))
                .good();
        api.post(
                        "/v1/rules",
                        json("{'id': 'somebody-talks', 'metric': 'messages', 'window': '1m', 'slide': '1m',"
                                + " 'delay': '0s', 'condition': {'type': 'threshold', 'operator': '>', 'limit':"
                                + " 0}, 'for': '0s', 'severity': 'info'}"))
                .good();
        Story talk = new Story("/secure", Instant.now())
                .about("now")
                .started("channel", "web")
                .customer()
                .bot();
        ingest(ALERTS).sendBatch(talk.events());
    }

    @Test
    @Order(4)
    void anEventBecomesANumberAndAnAnswerToo() throws IOException {
        SecureReplay replay = new SecureReplay(deployment);

        assertThat(replay.run()).isZero();

        await().atMost(PATIENCE).ignoreExceptions().untilAsserted(() -> {
            assertThat(replay.value("messages")).isEqualTo(2);
            assertThat(replay.value("csat_score")).isEqualTo(5);
        });
    }

    @Test
    @Order(5)
    void whoeverIsRefusedSaysWhyAndTellsNoSecret() {
        WrongSettings wrong = new WrongSettings(deployment);
        deployment.launch("alerting", "alerting-wrong-passwords", wrong.passwords());
        deployment.launch("ingest", "ingest-wrong-authority", wrong.trust());
        deployment.launch("metrics", "metrics-wrong-authority", wrong.certificate());

        tells("alerting-wrong-passwords", "it refuses the user or the password", "SaslAuthenticationException");
        tells("ingest-wrong-authority", "SslAuthenticationException");
        tells("metrics-wrong-authority", "its certificate is not trusted", "SslAuthenticationException");
    }

    /** It answers on, and takes notifications over: what waits is told. */
    @Test
    @Order(5)
    void whoeverHasNoRightsInKafkaSaysSo() {
        try (Service without =
                deployment.launch("alerting", "alerting-wrong-user", new WrongSettings(deployment).user())) {
            await().atMost(PATIENCE).untilAsserted(() -> {
                assertThat(ready("alerting-wrong-user")).contains("waiting: TopicAuthorizationException");
                assertThat(SecureDeployment.log(without)).contains("Evaluation waits: TopicAuthorizationException");
            });
        }
    }

    @Test
    @Order(6)
    void theAlertArrives() {
        await().atMost(PATIENCE).until(() -> !inbox.told().isEmpty());
        assertThat(inbox.told().get(0).status()).isEqualTo("firing");
        assertThat(inbox.forged()).isZero();
    }

    @Test
    @Order(7)
    void whatAStoppedServiceWasTellingIsFreeForOthersAtOnce() throws Exception {
        String tenant = "secure-stop";
        SecureDatabase database = new SecureDatabase(deployment, "alerting");
        JsonApi api = new JsonApi(deployment.service("alerting").base(), deployment.token(tenant, "alerts:manage"));
        try (SilentReceiver silent = new SilentReceiver()) {
            api.putNew("/v1/receivers/default", json("{'kind': 'webhook', 'settings': {'url': '%s'}}", silent.url()))
                    .good();
            api.put(
                            "/v1/routing",
                            0,
                            json("{'route': {'receiver': 'default', 'groupBy': ['alertname'], 'groupWait': '0s'}}"))
                    .good();
            api.post("/v1/rules", json("{'id': 'alive', 'condition': {'type': 'always'}}"))
                    .good();
            assertThat(silent.awaitAsked(PATIENCE)).isTrue();
            assertThat(database.leases(tenant)).as("before").isEqualTo(1);

            deployment.service("alerting").process().stop(Duration.ofSeconds(40));

            assertThat(database.leases(tenant)).as("after").isZero();
        }
    }

    @Test
    @Order(8)
    void noSecretIsInAnyLog() {
        assertThat(deployment.logs()).allSatisfy((name, log) -> {
            assertThat(log).as(name).isNotEmpty();
            assertThat(deployment.secrets()).as(name).noneMatch(log::contains);
            assertThat(log).as(name).doesNotContain(WrongSettings.PASSWORD, WrongSettings.STORE_PASSWORD);
        });
    }

    private void tells(String instance, String... reasons) {
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(ready(instance) + SecureDeployment.log(deployment.service(instance)))
                        .as(instance)
                        .contains(reasons));
        assertThat(ready(instance)).contains("\"DOWN\"");
    }

    private String ready(String instance) {
        try {
            return new HttpCaller(deployment.service(instance).base(), null)
                    .get("/q/health/ready")
                    .body();
        } catch (UncheckedIOException notYet) {
            return "";
        }
    }

    private IngestClient ingest(String tenant) {
        return new IngestClient(deployment.service("ingest").base(), tenant, deployment.token(tenant, "ingest:write"));
    }

    private static JsonNode json(String text, Object... values) throws IOException {
        return JSON.readTree(text.formatted(values).replace('\'', '"'));
    }
}
