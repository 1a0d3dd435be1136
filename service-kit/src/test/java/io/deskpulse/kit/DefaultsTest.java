package io.deskpulse.kit;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.io.IOException;
import java.net.URL;
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
        assertThat(config.getValue("quarkus.log.console.json.enabled", Boolean.class))
                .isFalse();
    }

    @Test
    void production_logs_json_and_lets_requests_finish() throws IOException {
        Config config = defaultsIn("prod");

        assertThat(config.getValue("quarkus.log.console.json.enabled", Boolean.class))
                .isTrue();
        assertThat(config.getValue("quarkus.shutdown.timeout", String.class)).isEqualTo("2s");
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

    private static Config defaultsIn(String profile) throws IOException {
        URL file = Thread.currentThread().getContextClassLoader().getResource(FILE);
        return new SmallRyeConfigBuilder()
                .withProfile(profile)
                .withSources(new PropertiesConfigSource(file))
                .build();
    }
}
