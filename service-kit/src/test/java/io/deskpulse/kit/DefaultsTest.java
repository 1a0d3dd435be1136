package io.deskpulse.kit;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.runtime.LaunchMode;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.Test;

@QuarkusTest
class DefaultsTest {
    private static final String FILE = "META-INF/microprofile-config.properties";

    @Test
    void services_get_the_defaults_without_asking() {
        Config config = ConfigProvider.getConfig();

        assertThat(config.getValue("mp.jwt.verify.issuer", String.class)).isEqualTo("deskpulse");
        assertThat(config.getValue("quarkus.shutdown.timeout", Duration.class)).isEqualTo(Duration.ofSeconds(5));
    }

    @Test
    void logs_are_json_in_production_only() throws IOException {
        assertThat(jsonLogs("prod")).isTrue();
        assertThat(jsonLogs("test")).isFalse();
        assertThat(LaunchMode.current().getDefaultProfile()).isEqualTo("test");
    }

    @Test
    void request_times_are_a_histogram_and_probes_are_not_measured() {
        given().get("/test/invalid");
        given().get("/q/health/live");

        String scrape =
                given().get("/q/metrics").then().statusCode(200).extract().asString();
        assertThat(scrape)
                .containsPattern("http_server_requests_seconds_bucket\\{[^}]*uri=\"/test/invalid\"[^}]*le=\"0.25\"")
                .doesNotContain("/q/health");
    }

    @Test
    void openapi_tells_how_to_authenticate() {
        given().accept("application/json")
                .get("/q/openapi")
                .then()
                .statusCode(200)
                .body("components.securitySchemes.bearer.scheme", equalTo("bearer"))
                .body("components.securitySchemes.bearer.bearerFormat", equalTo("JWT"))
                .body("paths.'/test/who'.get.security[0].toString()", containsString("bearer"));
    }

    private static boolean jsonLogs(String profile) throws IOException {
        Properties properties = new Properties();
        try (InputStream file = Thread.currentThread().getContextClassLoader().getResourceAsStream(FILE)) {
            properties.load(file);
        }
        Map<String, String> defaults = properties.entrySet().stream()
                .collect(Collectors.toMap(
                        e -> e.getKey().toString(), e -> e.getValue().toString()));
        return new SmallRyeConfigBuilder()
                .withProfile(profile)
                .withSources(new PropertiesConfigSource(defaults, "kit", 100))
                .build()
                .getValue("quarkus.log.console.json.enabled", Boolean.class);
    }
}
