package io.deskpulse.endtoend.nativeimage;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;

/** Libraries that native executables are known to stumble over; docs/operate/images.md says why for each of them. */
@ParameterizedClass(name = "{0}")
@MethodSource("services")
class NativeLibrariesIT {
    private static final String FLYWAY = "org.flywaydb.flyway-core";
    private static final String POSTGRES = "org.postgresql.postgresql";
    private static final String FLYWAY_PLUGIN = "org.flywaydb.core.extensibility.Plugin";

    /** Parts of the sketches that need older protocol buffers than tracing brings along: they must be out of reach. */
    private static final Pattern NEEDS_PROTOBUF = Pattern.compile(
            "com\\.google\\.protobuf\\..*|com\\.datadoghq\\.sketch\\.ddsketch\\.(proto\\..*|DDSketchProtoBinding)");

    private final NativeSources sources;

    NativeLibrariesIT(NativeSources sources) {
        this.sources = sources;
    }

    static List<NativeSources> services() {
        return NativeSources.ofAllServices(Path.of(System.getProperty("deskpulse.root", "..")));
    }

    @Test
    void kafkaCanProveWhoItIsInEveryWayThatManifestsUse() {
        assertThat(sources.reflected())
                .contains(
                        "org.apache.kafka.common.security.scram.ScramLoginModule",
                        "org.apache.kafka.common.security.authenticator.DefaultLogin",
                        "org.apache.kafka.common.security.authenticator.AbstractLogin$DefaultLoginCallbackHandler",
                        "org.apache.kafka.common.security.authenticator.SaslClientCallbackHandler");
        assertThat(sources.arguments())
                .anyMatch(argument -> argument.contains("AdditionalSecurityProviders")
                        && argument.contains("ScramSaslClientProvider"));
    }

    /** Their libraries of C are not registered: LZ4, which is there in Java too, is what topics are compressed with. */
    @Test
    void nothingOfOurOwnAsksForACodecInC() {
        assertThat(sources.ownClasses())
                .noneMatch(type -> dependsOn(type, "com\\.github\\.luben\\..*|org\\.xerial\\..*"));
    }

    @Test
    void sketchesAreUsedWithoutProtocolBuffers() {
        assertThat(sources.ownClasses()).noneMatch(type -> dependsOn(type, NEEDS_PROTOBUF.pattern()));
        assertThat(sources.ownClasses()).noneMatch(type -> type.getMethodCallsFromSelf().stream()
                .anyMatch(call -> call.getTarget().getName().equals("toProto")));
    }

    @Test
    void keysOfTokensCanBeFetchedByHttps() {
        assertThat(sources.arguments()).contains("--enable-url-protocols=http,https");
    }

    @Test
    void flywayFindsItsPluginsAndMigrations() {
        List<String> plugins = sources.providersOf("org.flywaydb.flyway-database-postgresql", FLYWAY_PLUGIN);

        assertThat(plugins.isEmpty()).isNotEqualTo(sources.has(FLYWAY));
        assertThat(sources.reflected()).containsAll(plugins);
        assertThat(where(FLYWAY, "META-INF/services/" + FLYWAY_PLUGIN, "org/flywaydb/database/version.txt"))
                .allMatch(sources.holdsResource());
    }

    @Test
    void driverOfPostgresIsFound() {
        assertThat(sources.reflected()).containsAll(where(POSTGRES, "org.postgresql.Driver"));
        assertThat(where(POSTGRES, "META-INF/services/java.sql.Driver")).allMatch(sources.holdsResource());
    }

    @Test
    void mailCanBeSentWithAPassword() {
        assertThat(sources.reflected())
                .containsAll(where(
                        "io.quarkus.quarkus-mailer",
                        "io.vertx.ext.mail.impl.sasl.AuthPlain",
                        "io.vertx.ext.mail.impl.sasl.AuthLogin"));
    }

    /** Its dictionaries would be resources by the megabyte; nothing reads texts with it yet. */
    @Test
    void luceneIsNotThere() {
        assertThat(sources.has("org.apache.lucene")).isFalse();
    }

    /** What a service needs that has a library. */
    private List<String> where(String library, String... needed) {
        return sources.has(library) ? List.of(needed) : List.of();
    }

    private static boolean dependsOn(JavaClass type, String pattern) {
        return type.getDirectDependenciesFromSelf().stream()
                .anyMatch(dependency -> dependency.getTargetClass().getName().matches(pattern));
    }
}
