package io.rems.firm.settings;

import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Values by key, each of which the catalogue knows and accepts; every other one is named. */
@Target({ElementType.FIELD, ElementType.PARAMETER, ElementType.RECORD_COMPONENT})
@Retention(RetentionPolicy.RUNTIME)
@Constraint(validatedBy = SettingValues.Validator.class)
public @interface SettingValues {
    String message() default "must be values of settings";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    /** Asks the catalogue. */
    final class Validator implements ConstraintValidator<SettingValues, Map<String, String>> {
        @Override
        public boolean isValid(@Nullable Map<String, String> values, ConstraintValidatorContext context) {
            if (values == null) {
                return true;
            }
            context.disableDefaultConstraintViolation();
            var bad = values.entrySet().stream()
                    .filter(value -> problem(value.getKey(), value.getValue())
                            .map(problem -> report(context, value.getKey(), problem))
                            .isPresent())
                    .count();
            return bad == 0;
        }

        private static Optional<String> problem(String key, @Nullable String value) {
            return Settings.named(key)
                    .map(setting -> value != null && setting.accepted(value).isPresent()
                            ? Optional.<String>empty()
                            : Optional.of("must be " + setting.type().accepts()))
                    .orElse(Optional.of("is no setting: GET /api/v1/settings/catalogue lists them"));
        }

        private static String report(ConstraintValidatorContext context, String key, String problem) {
            context.buildConstraintViolationWithTemplate(problem)
                    .addBeanNode()
                    .inIterable()
                    .atKey(key)
                    .addConstraintViolation();
            return key;
        }
    }
}
