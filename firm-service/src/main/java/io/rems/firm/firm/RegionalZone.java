package io.rems.firm.firm;

import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/** A time zone with a place's rules, such as {@code Asia/Kuwait}: a bare offset knows no past and no summer time. */
@Target({ElementType.FIELD, ElementType.PARAMETER, ElementType.RECORD_COMPONENT})
@Retention(RetentionPolicy.RUNTIME)
@Constraint(validatedBy = RegionalZone.Validator.class)
@interface RegionalZone {
    String message() default "must be the name of a region, such as Asia/Kuwait";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    /** Asks the JDK's table of zones. */
    final class Validator implements ConstraintValidator<RegionalZone, ZoneId> {
        @Override
        public boolean isValid(@Nullable ZoneId zone, ConstraintValidatorContext context) {
            return zone == null || ZoneId.getAvailableZoneIds().contains(zone.getId());
        }
    }
}
