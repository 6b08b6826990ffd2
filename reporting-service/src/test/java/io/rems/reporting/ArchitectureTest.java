package io.rems.reporting;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.junit.ArchTests;
import com.tngtech.archunit.lang.ArchRule;
import io.rems.platform.test.ArchitectureRules;

@AnalyzeClasses(packages = "io.rems.reporting", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    static final ArchTests rules = ArchTests.in(ArchitectureRules.class);

    @ArchTest
    static final ArchRule nothingButEventsComesIn = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("io.rems.platform.http..", "org.springframework.web.reactive.function.client..")
            .because("read models are made from events only, so that they can be made again from them");
}
