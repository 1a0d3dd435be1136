package io.deskpulse.alerting;

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
@AnalyzeClasses(packages = "io.deskpulse.alerting", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
    private static final String[] TECHNOLOGIES = {
        "..rest..", "..kafka..", "..postgres..", "..mail..", "..http..", "..rule.file.."
    };

    @ArchTest
    static final ArchRule featuresFormNoCircle =
            slices().matching("io.deskpulse.alerting.(*)..").should().beFreeOfCycles();

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
                    "org.apache.kafka..",
                    "io.vertx..",
                    "java.sql..");

    @ArchTest
    static final ArchRule coresDoNotUseTheirTechnologyPackages = noClasses()
            .that()
            .resideOutsideOfPackages(TECHNOLOGIES)
            .should()
            .dependOnClassesThat(resideInAnyPackage("io.deskpulse.alerting..").and(resideInAnyPackage(TECHNOLOGIES)));

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
            // Two features have the same things to complain about, to be asked and to answer.
            .and()
            .haveSimpleNameNotEndingWith("Problems")
            .and()
            .haveSimpleNameNotEndingWith("Request")
            .and()
            .haveSimpleNameNotEndingWith("Responses")
            .should()
            .notBePublic();

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
            .haveSimpleNameNotEndingWith("DTO");
}
