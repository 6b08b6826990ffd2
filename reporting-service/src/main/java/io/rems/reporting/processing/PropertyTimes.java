package io.rems.reporting.processing;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.r2dbc.spi.Row;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The same for one property.
 *
 * @param code none, as the name, until the property's own event has come
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record PropertyTimes(
        UUID propertyId,
        @Nullable String code,
        @Nullable String name,
        @JsonUnwrapped ApprovalTimes times) {

    static PropertyTimes of(Row row) {
        return new PropertyTimes(
                Objects.requireNonNull(row.get("id", UUID.class)),
                row.get("code", String.class),
                row.get("name", String.class),
                ApprovalTimes.of(row));
    }
}
