package io.deskpulse.endtoend.secure;

import io.deskpulse.localstack.secure.Certificates;
import io.deskpulse.localstack.secure.Settings;

/** Settings of services with one thing or another that is wrong. */
record WrongSettings(SecureDeployment deployment) {
    static final String PASSWORD = "wrong-password";
    static final String STORE_PASSWORD = "stranger-password";

    /** The alerting-service's, with passwords that Postgres and Kafka do not know. */
    Settings passwords() {
        return deployment
                .settings("alerting")
                .secret("postgres", "quarkus.datasource.password", PASSWORD)
                .secret(
                        "kafka",
                        "kafka.sasl.jaas.config",
                        "org.apache.kafka.common.security.scram.ScramLoginModule required username=\"alerting-service\""
                                + " password=\"" + PASSWORD + "\";");
    }

    /** The ingest-service's, which trusts another authority than Kafka's, and has a password that Redis does not know. */
    Settings trust() {
        return deployment
                .settings("ingest")
                .with("kafka.ssl.truststore.location", stranger().authority())
                .secret("redis", "quarkus.redis.password", PASSWORD);
    }

    /** The metrics-service's, with a certificate of an authority that Kafka does not trust, and which trusts nobody else. */
    Settings certificate() {
        Certificates stranger = stranger();
        Settings right = deployment.settings("metrics");
        String url = right.plain().get("quarkus.datasource.jdbc.url");
        return right.with(
                        "kafka.ssl.keystore.location", stranger.issue("client").store())
                .secret("kafka", "kafka.ssl.keystore.password", stranger.password())
                .with("quarkus.tls.redis.trust-store.pem.certs", stranger.authority())
                .with(
                        "quarkus.datasource.jdbc.url",
                        url.replaceAll("sslrootcert=.*", "sslrootcert=" + stranger.authority()));
    }

    /** The alerting-service's, as a user of Kafka that may do something else. */
    Settings user() {
        return deployment.settings("alerting").and(deployment.stack().kafkaWithPassword("survey-service"));
    }

    private Certificates stranger() {
        return Certificates.in(deployment.folder().resolve("stranger-" + System.nanoTime()), STORE_PASSWORD);
    }
}
