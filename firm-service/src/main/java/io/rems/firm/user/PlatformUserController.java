package io.rems.firm.user;

import io.rems.platform.access.PlatformAdministratorOnly;
import io.rems.platform.access.Role;
import io.rems.platform.database.Transactions;
import io.rems.platform.problem.NotFound;
import io.rems.platform.web.ListQuery;
import io.rems.platform.web.OwnTransactions;
import io.rems.platform.web.Page;
import io.rems.platform.web.Responses;
import jakarta.validation.Valid;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** All users, for the operator of REMS. */
@RestController
@RequestMapping("/api/v1/platform/users")
class PlatformUserController {
    private final RegisterUser registerUser;
    private final Transactions transactions;
    private final Users users;
    private final R2dbcUserLists lists;

    PlatformUserController(RegisterUser registerUser, Transactions transactions, Users users, R2dbcUserLists lists) {
        this.registerUser = registerUser;
        this.transactions = transactions;
        this.users = users;
        this.lists = lists;
    }

    @PostMapping
    @OwnTransactions
    @PlatformAdministratorOnly
    Mono<ResponseEntity<UserView>> register(@Valid @RequestBody NewUser request) {
        return registerUser
                .register(request)
                .map(user ->
                        Responses.created("/api/v1/platform/users/" + user.id(), user.version(), UserView.of(user)));
    }

    @GetMapping
    @PlatformAdministratorOnly
    Mono<Page<KnownUser>> list(
            @RequestParam(required = false) @Nullable AccountStatus status,
            @RequestParam(required = false) @Nullable Role role,
            @RequestParam(required = false) @Nullable UUID firm,
            ListQuery query) {
        return transactions.acrossFirms(lists.page(new UserFilter(status, role, firm), query));
    }

    record FirmsOfUser(List<FirmOfUser> items) {}

    @GetMapping("/{id}/firms")
    @PlatformAdministratorOnly
    Mono<FirmsOfUser> firms(@PathVariable UUID id) {
        return transactions
                .acrossFirms(users.byId(id).flatMap(user -> lists.firmsOf(user.id())))
                .map(FirmsOfUser::new)
                .switchIfEmpty(Mono.error(() -> new NotFound("user", id)));
    }

    @GetMapping("/{id}")
    @PlatformAdministratorOnly
    Mono<ResponseEntity<UserView>> byId(@PathVariable UUID id) {
        return transactions
                .acrossFirms(users.byId(id))
                .map(user -> Responses.withVersion(user.version(), UserView.of(user)))
                .switchIfEmpty(Mono.error(() -> new NotFound("user", id)));
    }
}
