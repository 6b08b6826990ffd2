package io.rems.firm.user;

import io.rems.platform.access.Permission;
import io.rems.platform.access.RequiresPermission;
import io.rems.platform.access.Role;
import io.rems.platform.problem.NotFound;
import io.rems.platform.web.ListQuery;
import io.rems.platform.web.Page;
import io.rems.platform.web.Responses;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** The users who work or worked in the caller's firm; others do not exist for him. */
@RestController
@RequestMapping("/api/v1/users")
class UserController {
    private final R2dbcColleagues users;

    UserController(R2dbcColleagues users) {
        this.users = users;
    }

    @GetMapping
    @RequiresPermission(Permission.USER_READ)
    Mono<Page<Colleague>> list(
            @RequestParam(required = false) @Nullable AccountStatus status,
            @RequestParam(required = false) @Nullable Role role,
            ListQuery query) {
        return users.page(new UserFilter(status, role, null), query);
    }

    @GetMapping("/{id}")
    @RequiresPermission(Permission.USER_READ)
    Mono<ResponseEntity<Colleague>> byId(@PathVariable UUID id) {
        return users.byId(id)
                .map(found -> Responses.withVersion(found.version(), found.value()))
                .switchIfEmpty(Mono.error(() -> new NotFound("user", id)));
    }
}
