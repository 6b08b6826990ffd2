package io.rems.firm.signin.web;

import static io.rems.firm.signin.web.SignInController.unstored;

import io.rems.firm.secondfactor.EnrolSecondFactor.Offer;
import io.rems.firm.secondfactor.SecondFactors.Standing;
import io.rems.firm.signin.OwnSecondFactor;
import io.rems.platform.access.AnyCaller;
import io.rems.platform.access.Caller;
import io.rems.platform.access.Client;
import io.rems.platform.problem.PermissionDenied;
import io.rems.platform.web.OwnTransactions;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** The caller's own second factor. What answers with secrets is a PUT: answers to a POST may be kept to be replayed. */
@RestController
@RequestMapping("/api/v1/me/second-factor")
class OwnSecondFactorController {
    private final OwnSecondFactor secondFactor;

    OwnSecondFactorController(OwnSecondFactor secondFactor) {
        this.secondFactor = secondFactor;
    }

    record OwnPassword(@NotBlank @Size(max = 200) String password) {

        @Override
        public String toString() {
            return "OwnPassword[...]";
        }
    }

    record OwnCode(@NotBlank @Size(max = 40) String code) {

        @Override
        public String toString() {
            return "OwnCode[...]";
        }
    }

    /** Shown once, each good once. */
    record RecoveryCodes(List<String> recoveryCodes) {

        @Override
        public String toString() {
            return "RecoveryCodes[...]";
        }
    }

    @GetMapping
    @AnyCaller
    Mono<Standing> standing(Caller caller) {
        return secondFactor.standing(user(caller));
    }

    @PutMapping
    @AnyCaller
    Mono<ResponseEntity<Offer>> begin(@Valid @RequestBody OwnPassword request, Caller caller, Client client) {
        return secondFactor
                .begin(user(caller), request.password(), client)
                .map(offer -> unstored(HttpStatus.OK, offer));
    }

    @PutMapping("/confirmation")
    @AnyCaller
    Mono<ResponseEntity<RecoveryCodes>> confirm(@Valid @RequestBody OwnCode request, Caller caller) {
        return secondFactor
                .confirm(user(caller), request.code())
                .map(codes -> unstored(HttpStatus.OK, new RecoveryCodes(codes)));
    }

    @PutMapping("/recovery-codes")
    @AnyCaller
    Mono<ResponseEntity<RecoveryCodes>> renew(@Valid @RequestBody OwnCode request, Caller caller) {
        return secondFactor
                .renewRecoveryCodes(user(caller), request.code())
                .map(codes -> unstored(HttpStatus.OK, new RecoveryCodes(codes)));
    }

    @PostMapping("/removal")
    @OwnTransactions
    @AnyCaller
    @ResponseStatus(HttpStatus.NO_CONTENT)
    Mono<Void> remove(@Valid @RequestBody OwnCode request, Caller caller) {
        return secondFactor.remove(user(caller), request.code());
    }

    private static UUID user(Caller caller) {
        if (caller.userId() == null) {
            throw new PermissionDenied("Only a person signs in.");
        }
        return caller.userId();
    }
}
