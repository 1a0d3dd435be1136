package io.deskpulse.endtoend.nativeimage;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** What GraalVM would be given to build one service: arguments, registrations, and everything on its class path. */
final class NativeSources {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String CONFIGURATION = "META-INF/native-image/";
    private final String service;
    private final Path folder;
    private final Path application;
    private final JavaClasses ownClasses;

    /**
     * @param service the folder of a service's module, built up to {@code pre-integration-test}
     */
    NativeSources(Path service) {
        this.service = service.getFileName().toString();
        folder = service.resolve("target").resolve("native-sources");
        application = only(jars(folder, name -> name.endsWith("-runner.jar")));
        ownClasses = new ClassFileImporter()
                .importJars(ownJars().stream().map(NativeSources::open).toList())
                .that(DescribedPredicate.describe("written by us", NativeSources::isWrittenByUs));
    }

    /** Those of each service of this repository. */
    static List<NativeSources> ofAllServices(Path root) {
        try (Stream<Path> modules = Files.list(root)) {
            return modules.filter(module -> module.getFileName().toString().endsWith("-service"))
                    .sorted()
                    .map(NativeSources::new)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The arguments of {@code native-image}. */
    List<String> arguments() {
        try {
            return List.of(Files.readString(folder.resolve("native-image.args"))
                    .strip()
                    .split("\\s+"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Names of the classes whose members can be reached by name. */
    Set<String> reflected() {
        return StreamSupport.stream(configuration("reflect-config.json").spliterator(), false)
                .map(entry -> entry.get("name").asText())
                .collect(Collectors.toSet());
    }

    /** Whether the image would hold a resource. */
    Predicate<String> holdsResource() {
        List<Pattern> includes = new ArrayList<>();
        for (JsonNode include : configuration("resource-config.json").at("/resources/includes")) {
            includes.add(Pattern.compile(include.get("pattern").asText()));
        }
        return path ->
                includes.stream().anyMatch(include -> include.matcher(path).matches());
    }

    /** What our own modules bring along that is no class, by its path. */
    List<String> ownResources() {
        return ownJars().stream()
                .flatMap(jar -> entries(jar).stream())
                .filter(entry -> !entry.endsWith(".class") && !entry.endsWith("/") && !entry.startsWith("META-INF/"))
                .toList();
    }

    /** The classes that we have written ourselves. */
    JavaClasses ownClasses() {
        return ownClasses;
    }

    /** The names of all classes of a library on the class path; none where it is absent. */
    List<String> classesOf(String library) {
        return jars(folder.resolve("lib"), name -> name.startsWith(library)).stream()
                .flatMap(jar -> entries(jar).stream())
                .filter(entry -> entry.endsWith(".class"))
                .map(entry ->
                        entry.substring(0, entry.length() - ".class".length()).replace('/', '.'))
                .toList();
    }

    /** What a library names as its implementations of an interface, by its file in {@code META-INF/services}; none where it is absent. */
    List<String> providersOf(String library, String service) {
        return jars(folder.resolve("lib"), name -> name.startsWith(library)).stream()
                .flatMap(jar -> lines(jar, "META-INF/services/" + service))
                .map(line -> line.replaceFirst("#.*", "").strip())
                .filter(line -> !line.isEmpty())
                .toList();
    }

    /** Whether a library is on the class path. */
    boolean has(String library) {
        return !jars(folder.resolve("lib"), name -> name.startsWith(library)).isEmpty();
    }

    /** Names that Quarkus makes have an underscore, ours never. */
    private static boolean isWrittenByUs(JavaClass type) {
        return type.getName().startsWith("io.deskpulse.") && !type.getName().contains("_");
    }

    @Override
    public String toString() {
        return service;
    }

    private List<Path> ownJars() {
        List<Path> jars = new ArrayList<>(jars(folder.resolve("lib"), name -> name.startsWith("io.deskpulse.")));
        jars.add(application);
        return jars;
    }

    private JsonNode configuration(String name) {
        try (JarFile jar = open(application);
                InputStream in = jar.getInputStream(jar.getEntry(CONFIGURATION + name))) {
            return JSON.readTree(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Stream<String> lines(Path path, String entry) {
        try (JarFile jar = open(path)) {
            JarEntry found = jar.getJarEntry(entry);
            return found == null
                    ? Stream.empty()
                    : new String(jar.getInputStream(found).readAllBytes(), StandardCharsets.UTF_8).lines();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> entries(Path path) {
        try (JarFile jar = open(path)) {
            return jar.stream().map(JarEntry::getName).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static JarFile open(Path path) {
        try {
            return new JarFile(path.toFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Path> jars(Path folder, Predicate<String> named) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> named.test(file.getFileName().toString()))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path only(List<Path> found) {
        if (found.size() != 1) {
            throw new IllegalStateException("one application was expected, not " + found);
        }
        return found.get(0);
    }
}
