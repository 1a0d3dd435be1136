package io.deskpulse.deploy.settings;

import io.deskpulse.deploy.Repository;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The page of all settings, made from the sources of the services. */
final class SettingsPage {
    static final Path FILE = Repository.path("docs/reference/settings.md");

    private static final String MAPPINGS = "| setting | type | default | meaning |\n|---|---|---|---|\n";
    private static final String SHIPPED = "| setting | value | why, or what it does |\n|---|---|---|\n";

    private SettingsPage() {}

    /** What the page must say. */
    static String write() {
        var page = new StringBuilder(head());
        List<ServiceModules> services =
                ServiceModules.SERVICES.stream().map(ServiceModules::of).toList();
        Set<String> shared = new LinkedHashSet<>(services.get(0).modules());
        services.forEach(each -> shared.retainAll(each.modules()));
        page.append("\n## All services\n\n").append(ours(shared));
        page.append("\n"
                        + "### Set in advance\n\n"
                        + "Settings of Quarkus and MicroProfile that differ from their defaults, and can be set"
                        + " otherwise unless the build fixed them.\n\n")
                .append(shipped(shared, services.get(0)));
        for (ServiceModules service : services) {
            Set<String> own = new LinkedHashSet<>(service.modules());
            own.removeAll(shared);
            page.append("\n## ").append(service.service()).append("\n\n").append(ours(own));
            page.append("\n### Set in advance\n\n").append(shipped(own, service));
        }
        return page.toString();
    }

    /** Our settings of some modules. */
    static List<Setting> settings(Set<String> modules) {
        return mappings(modules).flatMap(mapping -> mapping.settings().stream()).toList();
    }

    private static Stream<Mappings.Mapping> mappings(Set<String> modules) {
        return modules.stream().flatMap(module -> Mappings.in(Repository.path(module + "/src/main/java")).stream());
    }

    private static String ours(Set<String> modules) {
        return mappings(modules).map(SettingsPage::table).collect(Collectors.joining("\n"));
    }

    private static String table(Mappings.Mapping mapping) {
        String rows = mapping.settings().stream().map(SettingsPage::row).collect(Collectors.joining());
        return "### `" + mapping.prefix() + "`\n\n" + mapping.about() + "\n\n" + MAPPINGS + rows;
    }

    private static String row(Setting setting) {
        return "| `%s`<br>`%s` | %s | %s | %s |\n"
                .formatted(
                        setting.name(),
                        setting.variable(),
                        setting.type(),
                        setting.preset().map(preset -> "`" + preset + "`").orElse(""),
                        Words.cell(setting.meaning()));
    }

    private static String shipped(Set<String> modules, ServiceModules service) {
        var quarkus = QuarkusSettings.of(service.extensions());
        var rows = new StringBuilder(SHIPPED);
        for (String module : modules) {
            for (String file : List.of("META-INF/microprofile-config.properties", "application.properties")) {
                Path path = Repository.path(module + "/src/main/resources/" + file);
                if (Files.exists(path)) {
                    ShippedProperties.in(Repository.read(path)).stream()
                            .filter(each -> matters(each, quarkus))
                            .forEach(each -> rows.append(row(each, quarkus)));
                }
            }
        }
        return rows.toString();
    }

    /** Whether it is for operators: what only the build needs, and nobody explains, is not. */
    private static boolean matters(ShippedProperties.Shipped shipped, QuarkusSettings quarkus) {
        boolean running =
                quarkus.find(shipped.name()).filter(known -> !known.built()).isPresent();
        return running || !shipped.comment().isEmpty() || shipped.name().startsWith("mp.");
    }

    private static String row(ShippedProperties.Shipped shipped, QuarkusSettings quarkus) {
        var known = quarkus.find(shipped.name());
        String fixed = known.filter(QuarkusSetting::built).isPresent() ? " (fixed by the build)" : "";
        String why =
                shipped.comment().isEmpty() ? known.map(QuarkusSetting::summary).orElse("") : shipped.comment();
        return "| `%s`%s | `%s` | %s |\n"
                .formatted(shipped.name(), fixed, Words.cell(shipped.value()), Words.cell(why));
    }

    private static String head() {
        try (var head = SettingsPage.class.getResourceAsStream("/settings/head.md")) {
            return new String(head.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
