package io.rems.platform;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import io.rems.platform.test.ArchitectureRules;
import java.lang.reflect.Field;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ArchitectureRulesTest {
    private static final JavaClasses VIOLATIONS = new ClassFileImporter()
            .importPackages("io.rems.violations", "io.rems.firm.violations", "io.rems.gateway.violations");

    @ParameterizedTest
    @MethodSource("rules")
    void everyRuleFindsItsViolation(String name) throws ReflectiveOperationException {
        ArchRule rule = (ArchRule) ArchitectureRules.class.getField(name).get(null);

        assertThat(rule.evaluate(VIOLATIONS).hasViolation()).isTrue();
    }

    static Stream<String> rules() {
        return Arrays.stream(ArchitectureRules.class.getFields())
                .filter(field -> field.isAnnotationPresent(ArchTest.class))
                .map(Field::getName);
    }
}
