package io.deskpulse.ingest;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** The rules of the house: features first, technology last and private. */
@AnalyzeClasses(packages = "io.deskpulse.ingest", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
    private static final String[] TECHNOLOGY = {"..rest..", "..kafka..", "..redis.."};

    @ArchTest
    static final ArchRule coresKnowNoTechnology = noClasses()
            .that()
            .resideOutsideOfPackages(TECHNOLOGY)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "jakarta.ws.rs..",
                    "org.apache.kafka..",
                    "io.quarkus.redis..",
                    "io.vertx..",
                    "io.deskpulse.ingest..rest..",
                    "io.deskpulse.ingest..kafka..",
                    "io.deskpulse.ingest..redis..");

    @ArchTest
    static final ArchRule technologyIsPrivate = classes()
            .that()
            .resideInAnyPackage(TECHNOLOGY)
            .and()
            .areTopLevelClasses()
            .and()
            .areNotInterfaces()
            .and()
            .doNotImplement("org.eclipse.microprofile.openapi.OASFilter")
            .should()
            .notBePublic();

    @ArchTest
    static final ArchRule featuresFormNoCircle =
            slices().matching("io.deskpulse.ingest.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule namesSayWhatThingsAre = noClasses()
            .should()
            .haveSimpleNameEndingWith("Impl")
            .orShould()
            .haveSimpleNameEndingWith("Manager")
            .orShould()
            .haveSimpleNameEndingWith("Helper")
            .orShould()
            .haveSimpleNameEndingWith("Util")
            .orShould()
            .haveSimpleNameEndingWith("Utils")
            .orShould()
            .haveSimpleNameEndingWith("DTO");
}
