package io.rems.firm.account;

import io.rems.platform.access.Caller;
import io.rems.platform.access.Permission;
import io.rems.platform.access.RequiresPermission;
import io.rems.platform.events.AnsweredOncePublished;
import io.rems.platform.web.OwnTransactions;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** What a firm's administrators may do for the logins that are their firm's alone. */
@RestController
@RequestMapping("/api/v1/users/{id}")
class CareController {
    private final CareForUser careForUser;

    CareController(CareForUser careForUser) {
        this.careForUser = careForUser;
    }

    @PostMapping("/unlocking")
    @OwnTransactions
    @RequiresPermission(Permission.USER_WRITE)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    Mono<Void> unlock(@PathVariable UUID id, Caller caller) {
        return careForUser.unlock(caller.firm(), id);
    }

    @PostMapping("/password-reset")
    @AnsweredOncePublished
    @OwnTransactions
    @RequiresPermission(Permission.USER_WRITE)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    Mono<Void> requirePasswordReset(@PathVariable UUID id, Caller caller) {
        return careForUser.requirePasswordReset(caller.firm(), id);
    }
}
