package io.rems.firm.account;

import io.rems.firm.user.UserView;
import io.rems.platform.access.Caller;
import io.rems.platform.access.FirmId;
import io.rems.platform.access.PlatformAdministratorOnly;
import io.rems.platform.events.AnsweredOncePublished;
import io.rems.platform.problem.InvalidRequest;
import io.rems.platform.web.OwnTransactions;
import io.rems.platform.web.Responses;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Size;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** What the operator of REMS may do with any login. */
@RestController
@RequestMapping("/api/v1/platform/users/{id}")
class PlatformCareController {
    private final DisableUser disableUser;
    private final CareForUser careForUser;

    PlatformCareController(DisableUser disableUser, CareForUser careForUser) {
        this.disableUser = disableUser;
        this.careForUser = careForUser;
    }

    /** @param force also if it leaves firms without an administrator; needs the reason */
    record Disablement(
            @Nullable @Size(max = 500) String reason,
            @Nullable Boolean force) {

        boolean forced() {
            boolean forced = Boolean.TRUE.equals(force);
            if (forced && (reason == null || reason.isBlank())) {
                throw new InvalidRequest("reason", "REQUIRED", "must say why, where it is forced");
            }
            return forced;
        }
    }

    @PostMapping("/disablement")
    @AnsweredOncePublished
    @OwnTransactions
    @PlatformAdministratorOnly
    Mono<ResponseEntity<UserView>> disable(
            @PathVariable UUID id, @Valid @RequestBody Disablement request, Caller caller) {
        return disableUser
                .disable(id, caller.userId(), request.reason(), request.forced())
                .map(user -> Responses.withVersion(user.version(), UserView.of(user)));
    }

    @PostMapping("/enablement")
    @OwnTransactions
    @PlatformAdministratorOnly
    Mono<ResponseEntity<UserView>> enable(@PathVariable UUID id) {
        return disableUser.enable(id).map(user -> Responses.withVersion(user.version(), UserView.of(user)));
    }

    @PostMapping("/unlocking")
    @OwnTransactions
    @PlatformAdministratorOnly
    @ResponseStatus(HttpStatus.NO_CONTENT)
    Mono<Void> unlock(@PathVariable UUID id) {
        return careForUser.unlock(FirmId.PLATFORM, id);
    }

    @PostMapping("/password-reset")
    @AnsweredOncePublished
    @OwnTransactions
    @PlatformAdministratorOnly
    @ResponseStatus(HttpStatus.NO_CONTENT)
    Mono<Void> requirePasswordReset(@PathVariable UUID id) {
        return careForUser.requirePasswordReset(FirmId.PLATFORM, id);
    }
}
