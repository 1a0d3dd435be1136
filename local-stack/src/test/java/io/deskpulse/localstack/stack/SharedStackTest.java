package io.deskpulse.localstack.stack;

import static org.assertj.core.api.Assertions.assertThat;

import io.deskpulse.localstack.quarkus.LocalStackResource;
import io.deskpulse.localstack.quarkus.TestTokens;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.jwt.consumer.JwtConsumerBuilder;
import org.jose4j.keys.resolvers.JwksVerificationKeyResolver;
import org.junit.jupiter.api.Test;

class SharedStackTest {

    @Test
    void allTestsOfAJvmShareOneStackThatAnswers() throws Exception {
        var resource = new LocalStackResource();
        resource.init(Map.of("database", "survey"));
        var first = resource.start();
        resource.stop();
        var second = new LocalStackResource().start();

        assertThat(second.get("kafka.bootstrap.servers")).isEqualTo(first.get("kafka.bootstrap.servers"));
        assertThat(first.get("quarkus.datasource.username")).isEqualTo("survey-service");
        try (var admin = Admin.create(Map.of("bootstrap.servers", first.get("kafka.bootstrap.servers")));
                var connection =
                        DriverManager.getConnection(first.get("quarkus.datasource.jdbc.url"), "survey", "survey")) {
            assertThat(admin.listTopics().names().get(10, TimeUnit.SECONDS)).containsAll(Topics.names());
            assertThat(connection.isValid(5)).isTrue();
        }
    }

    @Test
    void testTokensAreVerifiedByTheKeysInTheConfiguration() throws Exception {
        var keys = Path.of(new LocalStackResource().start().get("deskpulse.auth.keys"));
        var verified = new JwtConsumerBuilder()
                .setVerificationKeyResolver(
                        new JwksVerificationKeyResolver(new JsonWebKeySet(Files.readString(keys)).getJsonWebKeys()))
                .setExpectedIssuer("deskpulse")
                .setExpectedAudience("deskpulse")
                .build()
                .processToClaims(TestTokens.token("demo", "ingest:write", "admin"));

        assertThat(verified.getStringClaimValue("tenant")).isEqualTo("demo");
        assertThat(verified.getStringListClaimValue("scopes")).containsExactly("ingest:write", "admin");
    }
}
