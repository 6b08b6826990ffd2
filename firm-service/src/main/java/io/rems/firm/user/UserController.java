package io.rems.firm.user;

import io.rems.platform.access.Permission;
import io.rems.platform.access.RequiresPermission;
import io.rems.platform.problem.NotFound;
import io.rems.platform.web.ListQuery;
import io.rems.platform.web.Page;
import io.rems.platform.web.Responses;
import java.util.UUID;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** The users who work or worked in the caller's firm; others do not exist for him. */
@RestController
@RequestMapping("/api/v1/users")
class UserController {
    private final R2dbcUsers users;

    UserController(R2dbcUsers users) {
        this.users = users;
    }

    record Colleague(UUID id, String email, String name, Language language, UserStatus status) {

        static Colleague of(PortalUser user) {
            return new Colleague(user.id(), user.email().written(), user.name(), user.language(), user.status());
        }
    }

    @GetMapping
    @RequiresPermission(Permission.USER_READ)
    Mono<Page<Colleague>> list(ListQuery query) {
        return users.pageOfFirm(query).map(page -> page.map(Colleague::of));
    }

    @GetMapping("/{id}")
    @RequiresPermission(Permission.USER_READ)
    Mono<ResponseEntity<Colleague>> byId(@PathVariable UUID id) {
        return users.ofFirm(id)
                .map(user -> Responses.withVersion(user.version(), Colleague.of(user)))
                .switchIfEmpty(Mono.error(() -> new NotFound("user", id)));
    }
}
