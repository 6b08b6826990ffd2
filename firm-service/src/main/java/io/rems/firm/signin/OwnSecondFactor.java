package io.rems.firm.signin;

import io.rems.firm.secondfactor.EnrolSecondFactor;
import io.rems.firm.secondfactor.EnrolSecondFactor.Offer;
import io.rems.firm.secondfactor.RemoveSecondFactor;
import io.rems.firm.secondfactor.SecondFactors;
import io.rems.firm.secondfactor.SecondFactors.Standing;
import io.rems.firm.secondfactor.VerifyCode;
import io.rems.platform.access.Client;
import io.rems.platform.database.Transactions;
import io.rems.platform.problem.InvalidRequest;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * What a user does about his second factor while he is signed in. Whoever has got hold of his access token must not set one up
 * in his place, nor take it away: a password is asked for, or a code.
 */
@Component
public class OwnSecondFactor {
    private final Transactions transactions;
    private final ConfirmPassword confirmPassword;
    private final SecondFactors secondFactors;
    private final EnrolSecondFactor enrol;
    private final VerifyCode verifyCode;
    private final RemoveSecondFactor remove;
    private final Clock clock;

    OwnSecondFactor(
            Transactions transactions,
            ConfirmPassword confirmPassword,
            SecondFactors secondFactors,
            EnrolSecondFactor enrol,
            VerifyCode verifyCode,
            RemoveSecondFactor remove,
            Clock clock) {
        this.transactions = transactions;
        this.confirmPassword = confirmPassword;
        this.secondFactors = secondFactors;
        this.enrol = enrol;
        this.verifyCode = verifyCode;
        this.remove = remove;
        this.clock = clock;
    }

    public Mono<Standing> standing(UUID user) {
        return transactions.acrossFirms(secondFactors.standingOf(user));
    }

    public Mono<Offer> begin(UUID user, String password, Client client) {
        return confirmPassword
                .confirm(user, "password", password, client)
                .then(transactions.acrossFirms(Mono.defer(() -> enrol.begin(user, clock.instant()))));
    }

    public Mono<List<String>> confirm(UUID user, String code) {
        return transactions
                .acrossFirms(Mono.defer(() -> enrol.confirm(user, code, clock.instant())))
                .switchIfEmpty(Mono.error(() -> wrong("code")));
    }

    public Mono<List<String>> renewRecoveryCodes(UUID user, String code) {
        return withCode(user, code, enrol.renewRecoveryCodes(user));
    }

    public Mono<Void> remove(UUID user, String code) {
        return withCode(user, code, remove.own(user).thenReturn(true)).then();
    }

    /** A wrong code is counted and committed, then told. */
    private <T> Mono<T> withCode(UUID user, String code, Mono<T> work) {
        return transactions
                .acrossFirms(Mono.defer(() -> verifyCode.of(user, code, clock.instant()))
                        .filter(result -> result == VerifyCode.Result.ACCEPTED)
                        .flatMap(_ -> work))
                .switchIfEmpty(Mono.error(() -> wrong("code")));
    }

    private static InvalidRequest wrong(String field) {
        return new InvalidRequest(field, "WRONG", "is not the right one, or there were too many wrong ones");
    }
}
