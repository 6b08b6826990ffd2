package io.rems.approval.businesstime;

import io.rems.platform.Versioned;
import io.rems.platform.access.Permission;
import io.rems.platform.access.RequiresPermission;
import io.rems.platform.web.IfMatch;
import io.rems.platform.web.ListQuery;
import io.rems.platform.web.Page;
import io.rems.platform.web.Responses;
import jakarta.validation.Valid;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** The firm's calendar of holidays. */
@RestController
@RequestMapping("/api/v1/holidays")
class HolidayController {

    private final KeepHolidays keepHolidays;
    private final R2dbcHolidays holidays;

    HolidayController(KeepHolidays keepHolidays, R2dbcHolidays holidays) {
        this.keepHolidays = keepHolidays;
        this.holidays = holidays;
    }

    /** For deadlines from now on; those that run stay as they were told. */
    @PostMapping
    @RequiresPermission(Permission.SETTING_WRITE)
    Mono<ResponseEntity<HolidayView>> add(@Valid @RequestBody HolidayRequest request) {
        return keepHolidays
                .add(request.holiday(request.identifier()))
                .map(added -> Responses.created(
                        "/api/v1/holidays/" + added.value().id(), added.version(), HolidayView.of(added)));
    }

    @PutMapping("/{id}")
    @RequiresPermission(Permission.SETTING_WRITE)
    Mono<ResponseEntity<HolidayView>> change(
            @PathVariable UUID id, IfMatch ifMatch, @Valid @RequestBody HolidayRequest request) {
        return keepHolidays.change(request.holiday(id), ifMatch.version()).map(HolidayController::respond);
    }

    @DeleteMapping("/{id}")
    @RequiresPermission(Permission.SETTING_WRITE)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    Mono<Void> remove(@PathVariable UUID id, IfMatch ifMatch) {
        return keepHolidays.remove(id, ifMatch.version());
    }

    @GetMapping("/{id}")
    @RequiresPermission(Permission.SETTING_READ)
    Mono<ResponseEntity<HolidayView>> get(@PathVariable UUID id) {
        return holidays.get(id).map(HolidayController::respond);
    }

    /** Those that fall between two days, both included, at least in part. */
    @GetMapping
    @RequiresPermission(Permission.SETTING_READ)
    Mono<Page<HolidayView>> list(
            @RequestParam(required = false) @Nullable LocalDate from,
            @RequestParam(required = false) @Nullable LocalDate until,
            ListQuery query) {
        return holidays.page(from, until, query);
    }

    private static ResponseEntity<HolidayView> respond(Versioned<Holiday> kept) {
        return Responses.withVersion(kept.version(), HolidayView.of(kept));
    }
}
