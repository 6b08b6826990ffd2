package io.rems.firm.me;

import io.rems.firm.assignment.ChoosePrimaryFirm;
import io.rems.platform.access.AnyCaller;
import io.rems.platform.access.Caller;
import io.rems.platform.access.FirmId;
import io.rems.platform.problem.NotFound;
import io.rems.platform.problem.PermissionDenied;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

@RestController
@RequestMapping("/api/v1/me")
class MeController {
    private final R2dbcProfiles profiles;
    private final ChoosePrimaryFirm choosePrimaryFirm;

    MeController(R2dbcProfiles profiles, ChoosePrimaryFirm choosePrimaryFirm) {
        this.profiles = profiles;
        this.choosePrimaryFirm = choosePrimaryFirm;
    }

    record PrimaryFirm(@NotNull UUID firmId) {}

    @GetMapping
    @AnyCaller
    Mono<MeView> me(Caller caller) {
        return profiles.of(user(caller))
                .map(found -> MeView.of(found.getT1(), found.getT2(), caller))
                .switchIfEmpty(Mono.error(() -> new NotFound("user", user(caller))));
    }

    @PutMapping("/primary-firm")
    @AnyCaller
    @ResponseStatus(HttpStatus.NO_CONTENT)
    Mono<Void> choosePrimary(@Valid @RequestBody PrimaryFirm chosen, Caller caller) {
        return choosePrimaryFirm.choose(user(caller), new FirmId(chosen.firmId()));
    }

    private static UUID user(Caller caller) {
        if (caller.userId() == null) {
            throw new PermissionDenied("Only a person has a profile.");
        }
        return caller.userId();
    }
}
