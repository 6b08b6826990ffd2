package io.rems.firm.me;

import io.rems.firm.assignment.ChoosePrimaryFirm;
import io.rems.firm.user.ChangeProfile;
import io.rems.firm.user.ChangeProfile.Profile;
import io.rems.firm.user.Language;
import io.rems.platform.access.AnyCaller;
import io.rems.platform.access.Caller;
import io.rems.platform.access.FirmId;
import io.rems.platform.problem.NotFound;
import io.rems.platform.problem.PermissionDenied;
import io.rems.platform.web.IfMatch;
import io.rems.platform.web.Responses;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
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
    private static final String PHONE = "\\+?[0-9][0-9 ()./-]{4,29}";

    private final R2dbcProfiles profiles;
    private final ChangeProfile changeProfile;
    private final ChoosePrimaryFirm choosePrimaryFirm;

    MeController(R2dbcProfiles profiles, ChangeProfile changeProfile, ChoosePrimaryFirm choosePrimaryFirm) {
        this.profiles = profiles;
        this.changeProfile = changeProfile;
        this.choosePrimaryFirm = choosePrimaryFirm;
    }

    record PrimaryFirm(@NotNull UUID firmId) {}

    record OwnProfile(
            @NotBlank @Size(max = 200) String name,
            @Nullable @Pattern(regexp = PHONE) String phone,
            @NotNull Language language) {

        Profile profile() {
            return new Profile(name, phone, language);
        }
    }

    @GetMapping
    @AnyCaller
    Mono<ResponseEntity<MeView>> me(Caller caller) {
        return profiles.of(user(caller))
                .map(found -> Responses.withVersion(
                        found.getT1().version(), MeView.of(found.getT1().value(), found.getT2(), caller)))
                .switchIfEmpty(Mono.error(() -> new NotFound("user", user(caller))));
    }

    @PutMapping
    @AnyCaller
    Mono<ResponseEntity<MeView>> changeProfile(@Valid @RequestBody OwnProfile profile, IfMatch ifMatch, Caller caller) {
        return changeProfile
                .change(user(caller), profile.profile(), ifMatch.version())
                .then(me(caller));
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
