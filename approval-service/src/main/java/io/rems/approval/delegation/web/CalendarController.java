package io.rems.approval.delegation.web;

import io.rems.approval.businesstime.FirmCalendar;
import io.rems.approval.delegation.ActingCalendar;
import io.rems.approval.delegation.ShowCalendar;
import io.rems.approval.delegation.domain.Window;
import io.rems.platform.access.Caller;
import io.rems.platform.access.Permission;
import io.rems.platform.access.RequiresPermission;
import io.rems.platform.problem.InvalidRequest;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

@RestController
class CalendarController {

    private static final int MOST_MONTHS = 24;

    private final ShowCalendar showCalendar;
    private final FirmCalendar firmCalendar;

    CalendarController(ShowCalendar showCalendar, FirmCalendar firmCalendar) {
        this.showCalendar = showCalendar;
        this.firmCalendar = firmCalendar;
    }

    /**
     * Who can act for whom on a day ({@code on}, today if nothing is said), or from one day until before another: by what
     * runs now, so that it says of past days only what still runs. Days are those of the firm's time zone.
     */
    @GetMapping("/api/v1/delegations/calendar")
    @RequiresPermission(Permission.DELEGATION_READ)
    Mono<ActingCalendar> calendar(
            @RequestParam(required = false) @Nullable LocalDate on,
            @RequestParam(required = false) @Nullable LocalDate from,
            @RequestParam(required = false) @Nullable LocalDate until,
            Caller caller) {
        if (on == null && from == null && until == null) {
            return firmCalendar.today().flatMap(today -> showCalendar.of(day(today.date()), caller));
        }
        return showCalendar.of(on == null ? days(from, until) : day(on), caller);
    }

    private static Window day(LocalDate day) {
        return new Window(day, day.plusDays(1));
    }

    private static Window days(@Nullable LocalDate from, @Nullable LocalDate until) {
        if (from == null || until == null) {
            throw new InvalidRequest(from == null ? "from" : "until", "REQUIRED", "must be given where the other is");
        }
        if (until.isAfter(from.plusMonths(MOST_MONTHS))) {
            throw new InvalidRequest("until", "OUT_OF_RANGE", "must be at most " + MOST_MONTHS + " months after from");
        }
        return InvalidRequest.unless("until", () -> new Window(from, until));
    }
}
