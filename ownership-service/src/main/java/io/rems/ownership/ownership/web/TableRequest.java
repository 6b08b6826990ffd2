package io.rems.ownership.ownership.web;

import io.rems.ownership.ownership.NewTable;
import io.rems.platform.problem.InvalidRequest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Who holds the property from a day on, and, where it is given, up to another: nobody else does. */
record TableRequest(
        @NotNull LocalDate from,
        @Nullable LocalDate until,
        @NotBlank @Size(max = 2000) String reason,
        @NotNull @Size(max = 200) List<@NotNull @Valid ShareRequest> shares) {

    NewTable table() {
        var days = Days.between("from", from, "until", until);
        var reading = TableReading.of(shares);
        if (!reading.problems().isEmpty()) {
            throw new InvalidRequest(reading.problems());
        }
        return new NewTable(days, reading.shares(), reason);
    }
}
