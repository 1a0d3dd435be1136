package io.deskpulse.endtoend.nativeimage;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaParameter;
import com.tngtech.archunit.core.domain.ReferencedClassObject;
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
    private static final Set<String> MAPPERS = Set.of(
            "com.fasterxml.jackson.databind.ObjectMapper",
            "com.fasterxml.jackson.databind.ObjectReader",
            "com.fasterxml.jackson.databind.ObjectWriter");
    private final Set<String> names = new TreeSet<>();

    private JsonTypes() {}

    /**
     * Bodies and answers of endpoints; where a class uses a mapper, the records of contracts in it, and the records whose class
     * it hands over.
     */
    static Set<String> in(JavaClasses classes) {
        JsonTypes types = new JsonTypes();
        classes.stream()
                .flatMap(type -> type.getMethods().stream())
                .filter(JsonTypes::isEndpoint)
                .forEach(types::addEndpoint);
        classes.stream().filter(JsonTypes::maps).forEach(types::addMappedBy);
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

    private void addMappedBy(JavaClass mapping) {
        add(dependenciesOf(mapping)
                .filter(type -> type.getPackageName().startsWith("io.deskpulse.contracts."))
                .filter(JavaClass::isRecord)
                .toList());
        add(mapping.getReferencedClassObjects().stream()
                .map(ReferencedClassObject::getRawType)
                .filter(JavaClass::isRecord)
                .toList());
    }

    private void add(Collection<JavaClass> types) {
        for (JavaClass type : types) {
            if (type.getName().startsWith("io.deskpulse.") && names.add(type.getName())) {
                type.getFields().forEach(field -> add(field.getType().getAllInvolvedRawTypes()));
                // what is declared as an interface is one of its kinds when it is written
                if (type.isInterface()) {
                    add(type.getAllSubclasses());
                }
            }
        }
    }

    private static boolean maps(JavaClass type) {
        return dependenciesOf(type).anyMatch(target -> MAPPERS.contains(target.getName()));
    }

    private static Stream<JavaClass> dependenciesOf(JavaClass type) {
        return type.getDirectDependenciesFromSelf().stream().map(dependency -> dependency.getTargetClass());
    }
}
