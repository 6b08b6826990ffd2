package io.rems.reporting.people;

import io.rems.platform.access.Permission;
import io.rems.platform.access.PlatformAdministratorOnly;
import io.rems.platform.access.RequiresPermission;
import io.rems.platform.problem.InvalidRequest;
import io.rems.platform.web.ListQuery;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

@RestController
class PeopleController {
    private final R2dbcUserOverviews overviews;
    private final R2dbcSignIns signIns;

    PeopleController(R2dbcUserOverviews overviews, R2dbcSignIns signIns) {
        this.overviews = overviews;
        this.signIns = signIns;
    }

    @GetMapping("/api/v1/reports/users")
    @RequiresPermission(Permission.USER_READ)
    Mono<UserOverview> usersOfFirm() {
        return overviews.ofFirm();
    }

    @GetMapping("/api/v1/reports/sign-ins")
    @RequiresPermission(Permission.USER_READ)
    Mono<SignInsByDay> signInsOfFirm(@RequestParam @Nullable LocalDate from, @RequestParam @Nullable LocalDate to) {
        return signIns.ofFirm(from, to);
    }

    @GetMapping("/api/v1/platform/reports/users")
    @PlatformAdministratorOnly
    Mono<PlatformUserOverview> usersOfAll(ListQuery query) {
        var after =
                query.cursor() == null ? null : InvalidRequest.unless("cursor", () -> UUID.fromString(query.cursor()));
        return overviews.page(after, query.limit());
    }

    @GetMapping("/api/v1/platform/reports/sign-ins")
    @PlatformAdministratorOnly
    Mono<SignInsByDay> signInsOfAll(@RequestParam @Nullable LocalDate from, @RequestParam @Nullable LocalDate to) {
        return signIns.ofAll(from, to);
    }
}
