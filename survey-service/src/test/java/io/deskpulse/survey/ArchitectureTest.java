package io.deskpulse.survey;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.junit.ArchTests;
import io.deskpulse.testkit.ServiceArchitecture;

/** The rules of how this service is put together. */
@AnalyzeClasses(packages = "io.deskpulse.survey", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
    @ArchTest
    static final ArchTests likeEveryService = ArchTests.in(ServiceArchitecture.class);
}
