package io.deskpulse.metrics;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** The rules of how this service is put together (see CONTRIBUTING.md). */
@AnalyzeClasses(packages = "io.deskpulse.metrics", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
    private static final String[] TECHNOLOGIES = {"..rest..", "..redis..", "..kafka..", "..postgres.."};

    @ArchTest
    static final ArchRule features_form_no_circle =
            slices().matching("io.deskpulse.metrics.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule a_core_knows_no_technology = noClasses()
            .that()
            .resideOutsideOfPackages(TECHNOLOGIES)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "jakarta.ws.rs..",
                    "io.vertx.redis..",
                    "io.vertx.mutiny.redis..",
                    "io.quarkus.redis..",
                    "org.apache.kafka..",
                    "io.vertx.sqlclient..",
                    "io.vertx.mutiny.sqlclient..",
                    "java.sql..",
                    "io.deskpulse.kit..");

    @ArchTest
    static final ArchRule a_core_does_not_use_its_technology_packages = noClasses()
            .that()
            .resideOutsideOfPackages(TECHNOLOGIES)
            .should()
            .dependOnClassesThat(resideInAnyPackage("io.deskpulse.metrics..").and(resideInAnyPackage(TECHNOLOGIES)));

    @ArchTest
    static final ArchRule only_rest_knows_http = noClasses()
            .that()
            .resideOutsideOfPackage("..rest..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("jakarta.ws.rs..", "io.deskpulse.kit.auth..", "io.deskpulse.kit.problem..");

    @ArchTest
    static final ArchRule folding_needs_no_container = noClasses()
            .that()
            .resideInAnyPackage("..metrics.cell..", "..metrics.folding..")
            .and()
            .resideOutsideOfPackage("..folding.kinds..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("jakarta..", "io.quarkus..", "io.smallrye..", "io.vertx..");

    @ArchTest
    static final ArchRule dependencies_are_given_to_constructors =
            fields().should().notBeAnnotatedWith("jakarta.inject.Inject");

    @ArchTest
    static final ArchRule names_say_what_a_thing_is = classes()
            .should()
            .haveSimpleNameNotEndingWith("Impl")
            .andShould()
            .haveSimpleNameNotEndingWith("Manager")
            .andShould()
            .haveSimpleNameNotEndingWith("Helper")
            .andShould()
            .haveSimpleNameNotEndingWith("Util")
            .andShould()
            .haveSimpleNameNotEndingWith("Utils")
            .andShould()
            .haveSimpleNameNotEndingWith("DTO");
}
