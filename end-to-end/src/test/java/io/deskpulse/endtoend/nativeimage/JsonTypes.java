package io.deskpulse.endtoend.nativeimage;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaParameter;
import java.util.Collection;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Finds the types of our own that Jackson reads or writes by reflection, and all that they consist of. */
final class JsonTypes {
    private static final Set<String> VERBS = Set.of(
            "jakarta.ws.rs.GET",
            "jakarta.ws.rs.POST",
            "jakarta.ws.rs.PUT",
            "jakarta.ws.rs.PATCH",
            "jakarta.ws.rs.DELETE");
    private static final String MAPPER = "com.fasterxml.jackson.databind.ObjectMapper";
    private final Set<String> names = new TreeSet<>();

    private JsonTypes() {}

    /** Bodies and answers of endpoints, and the records of contracts that meet an {@code ObjectMapper}. */
    static Set<String> in(JavaClasses classes) {
        JsonTypes types = new JsonTypes();
        classes.stream()
                .flatMap(type -> type.getMethods().stream())
                .filter(JsonTypes::isEndpoint)
                .forEach(types::addEndpoint);
        classes.stream().filter(type -> uses(type, MAPPER)).forEach(types::addContractsOf);
        return types.names;
    }

    private static boolean isEndpoint(JavaMethod method) {
        return method.getAnnotations().stream()
                .anyMatch(annotation -> VERBS.contains(annotation.getRawType().getName()));
    }

    private void addEndpoint(JavaMethod endpoint) {
        add(endpoint.getReturnType().getAllInvolvedRawTypes());
        endpoint.getParameters().stream()
                .filter(JsonTypes::isBody)
                .forEach(body -> add(body.getType().getAllInvolvedRawTypes()));
    }

    private static boolean isBody(JavaParameter parameter) {
        return parameter.getAnnotations().stream()
                .noneMatch(annotation -> annotation.getRawType().getName().startsWith("jakarta.ws.rs."));
    }

    private void addContractsOf(JavaClass mapping) {
        add(dependenciesOf(mapping)
                .filter(type -> type.getPackageName().startsWith("io.deskpulse.contracts."))
                .filter(JavaClass::isRecord)
                .toList());
    }

    private void add(Collection<JavaClass> types) {
        for (JavaClass type : types) {
            if (type.getName().startsWith("io.deskpulse.") && names.add(type.getName())) {
                type.getFields().forEach(field -> add(field.getType().getAllInvolvedRawTypes()));
            }
        }
    }

    private static boolean uses(JavaClass type, String other) {
        return dependenciesOf(type).anyMatch(target -> target.getName().equals(other));
    }

    private static Stream<JavaClass> dependenciesOf(JavaClass type) {
        return type.getDirectDependenciesFromSelf().stream().map(dependency -> dependency.getTargetClass());
    }
}
