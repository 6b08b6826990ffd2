package io.rems.firm.secondfactor;

import io.rems.firm.secondfactor.SecondFactors.Kept;
import io.rems.firm.secondfactor.domain.CodeRules;
import io.rems.firm.secondfactor.domain.Proof;
import io.rems.firm.secondfactor.domain.RecoveryCode;
import io.rems.firm.secondfactor.domain.SecondFactor.Closed;
import io.rems.firm.secondfactor.domain.SecondFactor.Verdict.Accepted;
import io.rems.firm.secondfactor.domain.SecondFactor.Verdict.Refused;
import java.time.Instant;
import java.util.UUID;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Judges a code that somebody shows, in the open transaction across firms; a refusal is remembered, so commit it. */
@Component
public class VerifyCode {

    /** What became of the code. */
    public enum Result {
        ACCEPTED,
        WRONG,
        /** Nothing was looked at: there were too many wrong ones, or there is no second factor. */
        CLOSED
    }

    private final SecondFactors secondFactors;
    private final SecretSeal seal;
    private final Totp totp;
    private final CodeRules rules;

    VerifyCode(SecondFactors secondFactors, SecretSeal seal, Totp totp, SecondFactorSettings settings) {
        this.secondFactors = secondFactors;
        this.seal = seal;
        this.totp = totp;
        this.rules = new CodeRules(settings.mostFailures(), settings.closedFor());
    }

    public Mono<Result> of(UUID user, String code, Instant now) {
        return secondFactors
                .kept(user)
                .flatMap(kept -> proof(user, kept, code, now).flatMap(proof -> judge(user, kept, proof, code, now)))
                .defaultIfEmpty(Result.CLOSED);
    }

    private Mono<Result> judge(UUID user, Kept kept, Proof proof, String code, Instant now) {
        return switch (kept.state().judge(proof, rules, now)) {
            case Accepted(var next) ->
                secondFactors
                        .remember(user, next)
                        .then(spent(user, proof, code, now))
                        .thenReturn(Result.ACCEPTED);
            case Refused(var next) when next.equals(kept.state()) -> Mono.just(Result.CLOSED);
            case Refused(var next) -> secondFactors.remember(user, next).thenReturn(Result.WRONG);
        };
    }

    private Mono<Proof> proof(UUID user, Kept kept, String code, Instant now) {
        if (kept.state() instanceof Closed(var _, var until) && now.isBefore(until)) {
            return Mono.just(new Proof.Nothing());
        }
        return RecoveryCode.read(code)
                .map(recovery -> secondFactors
                        .isUnused(user, recovery)
                        .<Proof>map(unused -> unused ? new Proof.UnusedRecoveryCode() : new Proof.Nothing()))
                .orElseGet(() -> Mono.fromSupplier(() -> timeCode(user, kept, code, now)));
    }

    private Proof timeCode(UUID user, Kept kept, String code, Instant now) {
        var step = totp.stepOf(code, seal.open(user, kept.sealedSecret()), now);
        return step.isPresent() ? new Proof.TimeCode(step.getAsLong()) : new Proof.Nothing();
    }

    private Mono<Void> spent(UUID user, Proof proof, String code, Instant now) {
        return proof instanceof Proof.UnusedRecoveryCode
                ? Mono.justOrEmpty(RecoveryCode.read(code))
                        .flatMap(recovery -> secondFactors.spend(user, recovery, now))
                : Mono.empty();
    }
}
