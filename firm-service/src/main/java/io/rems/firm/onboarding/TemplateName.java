package io.rems.firm.onboarding;

import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The name of a {@link CategoryTemplate}; another one is told beside whatever else is wrong, not instead of it. */
@Target({ElementType.FIELD, ElementType.PARAMETER, ElementType.RECORD_COMPONENT})
@Retention(RetentionPolicy.RUNTIME)
@Constraint(validatedBy = TemplateName.Validator.class)
@interface TemplateName {
    String message() default "must be the name of a template";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    /** Names those that there are. */
    final class Validator implements ConstraintValidator<TemplateName, String> {
        private static final String NAMES =
                Arrays.stream(CategoryTemplate.values()).map(Enum::name).collect(Collectors.joining(", "));

        @Override
        public boolean isValid(@Nullable String name, ConstraintValidatorContext context) {
            if (name == null
                    || Arrays.stream(CategoryTemplate.values())
                            .anyMatch(known -> known.name().equals(name))) {
                return true;
            }
            context.disableDefaultConstraintViolation();
            context.buildConstraintViolationWithTemplate("must be one of " + NAMES)
                    .addConstraintViolation();
            return false;
        }
    }
}
