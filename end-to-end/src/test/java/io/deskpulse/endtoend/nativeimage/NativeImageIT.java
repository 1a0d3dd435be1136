package io.deskpulse.endtoend.nativeimage;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaModifier;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every service could become a native executable: what GraalVM would be given holds all that is needed at run time. It
 * is read, not built: no GraalVM is needed.
 */
@ParameterizedClass(name = "{0}")
@MethodSource("services")
class NativeImageIT {
    /** Read by tests and by people, not by services. */
    private static final Pattern FOR_DEVELOPERS = Pattern.compile("(schemas|samples)/.*|application\\.properties");

    private static final Pattern LOADED_BY_NAME =
            Pattern.compile("net\\.jpountz\\.(lz4\\.LZ4(HC)?|xxhash\\.(Streaming)?XXHash\\d\\d)"
                    + "Java(Safe|Unsafe)((Fast|Safe)?(C|Dec)ompressor|\\$Factory)");

    /** What must not be made while the image is built: it would be the same in every process, or not work at all. */
    private static final Set<String> OF_A_PROCESS = Set.of(
            "java.util.Random",
            "java.util.SplittableRandom",
            "java.security.SecureRandom",
            "java.lang.Thread",
            "java.util.concurrent.ExecutorService",
            "java.util.concurrent.ScheduledExecutorService",
            "java.nio.channels.FileChannel",
            "java.net.http.HttpClient",
            "java.util.UUID");

    private static final Set<String> BY_NAME = Set.of(
            "java.lang.Class.forName",
            "java.lang.ClassLoader.loadClass",
            "java.lang.reflect.Proxy.newProxyInstance",
            "java.util.ServiceLoader.load");

    private final NativeSources sources;

    NativeImageIT(NativeSources sources) {
        this.sources = sources;
    }

    static List<NativeSources> services() {
        return NativeSources.ofAllServices(Path.of(System.getProperty("deskpulse.root", "..")));
    }

    @Test
    void imageIsBuiltWholeAndNeedsNoJvm() {
        List<String> arguments = sources.arguments();

        assertThat(arguments)
                .contains("--no-fallback", "--link-at-build-time", "-jar", "-J-Dfile.encoding=UTF-8")
                .noneMatch(argument -> argument.contains("incomplete-classpath") || argument.contains("fallback=auto"));
        assertThat(arguments).anyMatch(argument -> argument.startsWith("--features=") && argument.contains("Feature"));
    }

    @Test
    void everyResourceOfOurOwnIsInTheImage() {
        Predicate<String> held = sources.holdsResource();

        assertThat(sources.ownResources())
                .filteredOn(resource -> !FOR_DEVELOPERS.matcher(resource).matches())
                .allMatch(held);
    }

    @Test
    void everyJsonTypeIsRegistered() {

        assertThat(sources.reflected()).containsAll(JsonTypes.in(sources.ownClasses()));
    }

    @Test
    void codecThatKafkaLoadsByNameIsRegistered() {
        List<String> codec = sources.classesOf("at.yawk.lz4").stream()
                .filter(name -> LOADED_BY_NAME.matcher(name).matches())
                .toList();

        assertThat(codec).hasSizeGreaterThan(10);
        assertThat(sources.reflected()).containsAll(codec);
    }

    @Test
    void nothingOfAProcessIsMadeWhileTheImageIsBuilt() {
        Stream<JavaField> statics = sources.ownClasses().stream()
                .flatMap(type -> type.getFields().stream())
                .filter(field -> field.getModifiers().contains(JavaModifier.STATIC));

        assertThat(statics)
                .noneMatch(field -> OF_A_PROCESS.contains(field.getRawType().getName()));
    }

    @Test
    void nothingOfOurOwnLooksClassesUpByName() {
        assertThat(sources.ownClasses()).noneMatch(type -> type.getMethodCallsFromSelf().stream()
                .anyMatch(call -> BY_NAME.contains(call.getTarget().getOwner().getName() + "."
                        + call.getTarget().getName())));
    }
}
