package io.deskpulse.metrics;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.junit.ArchTests;
import com.tngtech.archunit.lang.ArchRule;
import io.deskpulse.testkit.ServiceArchitecture;

/** The rules of how this service is put together. */
@AnalyzeClasses(packages = "io.deskpulse.metrics", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
    @ArchTest
    static final ArchTests likeEveryService = ArchTests.in(ServiceArchitecture.class);

    @ArchTest
    static final ArchRule coresKnowNothingOfTheKit = noClasses()
            .that()
            .resideOutsideOfPackages("..rest..", "..redis..", "..kafka..", "..postgres..")
            .should()
            .dependOnClassesThat(
                    resideInAPackage("io.deskpulse.kit..").and(resideOutsideOfPackage("io.deskpulse.kit.tracing..")));

    @ArchTest
    static final ArchRule foldingNeedsNoContainer = noClasses()
            .that()
            .resideInAnyPackage("..metrics.cell..", "..metrics.folding..")
            .and()
            .resideOutsideOfPackage("..folding.kinds..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("jakarta..", "io.quarkus..", "io.smallrye..", "io.vertx..");
}
