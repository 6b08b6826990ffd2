package io.rems.local.imports;

import static io.rems.local.imports.Values.choice;
import static io.rems.local.imports.Values.date;
import static io.rems.local.imports.Values.text;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** In which state a lease comes in: the legacy status does not follow the calendar. */
final class Contracts {

    private static final String STATUS = "contract_status";
    private static final String END = "end_date";
    private static final String NOTES = "notes";

    private enum Status {
        ACTIVE,
        UPCOMING,
        EXPIRED,
        TERMINATED
    }

    private static final Value STATUSES = choice(
                    STATUS,
                    Map.of(
                            "active", Status.ACTIVE,
                            "upcoming", Status.UPCOMING,
                            "expired", Status.EXPIRED,
                            "terminated", Status.TERMINATED))
            .required();
    private static final Value LAST_DAY = date(END).required();
    private static final Value REASON = text(NOTES, 500);

    private Contracts() {}

    static Value state() {
        return Value.of(List.of(STATUS, END), row -> {
            var over = ((LocalDate) Objects.requireNonNull(LAST_DAY.of(row)))
                    .isBefore(row.firm().today());
            return switch ((Status) Objects.requireNonNull(STATUSES.of(row))) {
                case ACTIVE -> over ? ended(row) : "ACTIVE";
                case UPCOMING -> draft(row, over);
                case EXPIRED -> over ? "ENDED" : notOver();
                case TERMINATED -> "TERMINATED";
            };
        });
    }

    /** The legacy database knows why, but not on which day: the contract's last one stands for it. */
    static Value termination() {
        return Value.of(List.of(STATUS, END, NOTES), row -> {
            if (STATUSES.of(row) != Status.TERMINATED) {
                return null;
            }
            row.remark(
                    "terminated on a day that the legacy data does not tell: recorded as of the contract's last day");
            var reason = REASON.of(row);
            return reason == null ? null : Map.of("on", Objects.requireNonNull(LAST_DAY.of(row)), "reason", reason);
        });
    }

    private static String ended(Row row) {
        row.remark("still active although the last day has passed: recorded as ENDED");
        return "ENDED";
    }

    private static String draft(Row row, boolean over) {
        row.remark(
                over
                        ? "upcoming although the last day has passed: recorded as DRAFT, to be looked at"
                        : "upcoming: recorded as DRAFT, to be activated");
        return "DRAFT";
    }

    private static String notOver() {
        throw new BadCell(STATUS, "\"expired\" does not fit the " + END + ", which lies ahead");
    }
}
