package io.rems.firm.secondfactor.web;

import io.rems.firm.secondfactor.RemoveSecondFactor;
import io.rems.platform.access.PlatformAdministratorOnly;
import io.rems.platform.web.OwnTransactions;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** For a user who has lost authenticator and recovery codes; who asks for it must be known by other means. */
@RestController
@RequestMapping("/api/v1/platform/users/{id}/second-factor")
class PlatformSecondFactorController {
    private final RemoveSecondFactor removeSecondFactor;

    PlatformSecondFactorController(RemoveSecondFactor removeSecondFactor) {
        this.removeSecondFactor = removeSecondFactor;
    }

    record Removal(@NotBlank @Size(max = 500) String reason) {}

    @PostMapping("/removal")
    @OwnTransactions
    @PlatformAdministratorOnly
    @ResponseStatus(HttpStatus.NO_CONTENT)
    Mono<Void> remove(@PathVariable UUID id, @Valid @RequestBody Removal request) {
        return removeSecondFactor.byOperator(id, request.reason().strip());
    }
}
