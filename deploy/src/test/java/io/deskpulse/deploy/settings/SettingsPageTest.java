package io.deskpulse.deploy.settings;

import static org.assertj.core.api.Assertions.assertThat;

import io.deskpulse.deploy.Repository;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SettingsPageTest {
    private static final String COMMAND =
            "./mvnw -q -pl deploy -am test -Dtest=SettingsPageTest -Dsurefire.failIfNoSpecifiedTests=false"
                    + " -Ddeskpulse.settings.write=true";

    /** Where code names a setting that no mapping holds: injected alone, or in an annotation. */
    private static final Pattern NAMED =
            Pattern.compile("@ConfigProperty\\(\\s*name = \"(deskpulse\\.[^\"]+)\"|\\{(deskpulse\\.[a-z.-]+)}");

    private static final Set<String> ALL = all();

    @Test
    void thePageSaysWhatTheSourcesSay() throws IOException {
        String wanted = SettingsPage.write();
        if (Boolean.getBoolean("deskpulse.settings.write")) {
            Files.writeString(SettingsPage.FILE, wanted);
        }
        assertThat(Repository.read(SettingsPage.FILE))
                .as("docs/reference/settings.md is older than the sources. Write it anew:%n  %s%n", COMMAND)
                .isEqualTo(wanted);
    }

    @ParameterizedTest
    @CsvSource({
        "deskpulse.auth.keys, file",
        "deskpulse.ingest.rate-limit.events-per-second, mapping of its own",
        "deskpulse.ingest.tenants.<tenant>.masking, key of a map",
        "deskpulse.metrics.batch.linger-most, nested group",
        "deskpulse.metrics.idle.default, name of its own",
        "deskpulse.metrics.idle.channel.<channel>, map of values",
        "deskpulse.alerting.external-url, no group"
    })
    void aSettingIsFoundWhateverFormItsMappingHas(String name, String form) {
        assertThat(ALL).as(form).contains(name);
    }

    @Test
    void everySettingThatCodeNamesIsInAMapping() throws IOException {
        Set<String> named = new TreeSet<>();
        for (String service : ServiceModules.SERVICES) {
            for (String module : ServiceModules.of(service).modules()) {
                named.addAll(namedIn(Repository.path(module + "/src/main/java")));
            }
        }

        named.removeAll(ALL);

        assertThat(named)
                .as("settings without a @ConfigMapping, whose Javadoc would say what they are")
                .isEmpty();
    }

    private static Set<String> all() {
        Set<String> modules = new LinkedHashSet<>();
        ServiceModules.SERVICES.forEach(
                each -> modules.addAll(ServiceModules.of(each).modules()));
        return SettingsPage.settings(modules).stream().map(Setting::name).collect(Collectors.toSet());
    }

    private static Set<String> namedIn(Path sources) throws IOException {
        if (!Files.isDirectory(sources)) {
            return Set.of();
        }
        try (var files = Files.walk(sources)) {
            return files.filter(file -> file.toString().endsWith(".java"))
                    .flatMap(file -> NAMED.matcher(Repository.read(file)).results())
                    .map(match -> match.group(1) != null ? match.group(1) : match.group(2))
                    .collect(Collectors.toSet());
        }
    }
}
