package io.deskpulse.testkit;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackages;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/**
 * The rules of how every service is put together (see CONTRIBUTING.md), for {@code ArchTests.in(ServiceArchitecture.class)} over the classes of
 * one service without its tests.
 */
public final class ServiceArchitecture {
    private static final String[] TECHNOLOGIES = {
        "..rest..", "..kafka..", "..redis..", "..postgres..", "..mail..", "..webhook..", "..http..", "..rule.file.."
    };

    private ServiceArchitecture() {}

    @ArchTest
    static final ArchRule featuresFormNoCircle =
            slices().matching("io.deskpulse.*.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule coresKnowNoTechnology = noClasses()
            .that()
            .resideOutsideOfPackages(TECHNOLOGIES)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "jakarta.ws.rs..",
                    "jakarta.persistence..",
                    "org.hibernate..",
                    "io.quarkus.hibernate..",
                    "io.quarkus.redis..",
                    "org.apache.kafka..",
                    "io.vertx..",
                    "java.sql..");

    @ArchTest
    static final ArchRule coresDoNotUseTheirTechnologyPackages = noClasses()
            .that()
            .resideOutsideOfPackages(TECHNOLOGIES)
            .should()
            .dependOnClassesThat(resideInAnyPackage("io.deskpulse..")
                    .and(resideOutsideOfPackages("io.deskpulse.kit..", "io.deskpulse.contracts.."))
                    .and(resideInAnyPackage(TECHNOLOGIES)));

    @ArchTest
    static final ArchRule onlyRestKnowsHttp = noClasses()
            .that()
            .resideOutsideOfPackage("..rest..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("jakarta.ws.rs..", "io.deskpulse.kit.auth..", "io.deskpulse.kit.problem..");

    @ArchTest
    static final ArchRule technologyIsPrivate = classes()
            .that()
            .resideInAnyPackage(TECHNOLOGIES)
            .and()
            .areTopLevelClasses()
            .and()
            .areNotInterfaces()
            // OpenAPI finds its filters by name.
            .and()
            .doNotImplement("org.eclipse.microprofile.openapi.OASFilter")
            // Two features have the same things to complain about, to be asked and to answer.
            .and()
            .haveSimpleNameNotEndingWith("Problems")
            .and()
            .haveSimpleNameNotEndingWith("Request")
            .and()
            .haveSimpleNameNotEndingWith("Parameters")
            .and()
            .haveSimpleNameNotEndingWith("Responses")
            .and()
            .haveSimpleNameNotEndingWith("Writer")
            .should()
            .notBePublic()
            .allowEmptyShould(true);

    @ArchTest
    static final ArchRule dependenciesAreGivenToConstructors =
            fields().should().notBeAnnotatedWith("jakarta.inject.Inject");

    @ArchTest
    static final ArchRule namesSayWhatThingsAre = classes()
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
            .haveSimpleNameNotEndingWith("Common")
            .andShould()
            .haveSimpleNameNotEndingWith("DTO");
}
