package io.rems.firm.secondfactor;

import io.rems.firm.secondfactor.SecondFactors.Kept;
import io.rems.firm.secondfactor.domain.RecoveryCode;
import io.rems.firm.secondfactor.domain.SecondFactor.Offered;
import io.rems.platform.access.FirmId;
import io.rems.platform.events.Message;
import io.rems.platform.events.Outbox;
import io.rems.platform.problem.RequestRefused;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Gives a user a second factor, in the open transaction across firms: a secret is offered, and a code of it confirms it. */
@Component
public class EnrolSecondFactor {
    private final SecondFactors secondFactors;
    private final SecretSeal seal;
    private final Totp totp;
    private final Outbox outbox;

    EnrolSecondFactor(SecondFactors secondFactors, SecretSeal seal, Totp totp, Outbox outbox) {
        this.secondFactors = secondFactors;
        this.seal = seal;
        this.totp = totp;
        this.outbox = outbox;
    }

    /** What a portal shows: the secret to type, and the address of it to draw as a QR code. */
    public record Offer(String secret, String uri) {
        @Override
        public String toString() {
            return "Offer[...]";
        }
    }

    public Mono<Offer> begin(UUID user, Instant now) {
        return Mono.fromSupplier(totp::newSecret)
                .flatMap(secret -> secondFactors
                        .offer(user, seal.seal(user, secret), now)
                        .filter(offered -> offered)
                        .switchIfEmpty(refused(SecondFactorRefusal.SECOND_FACTOR_IN_USE))
                        .then(secondFactors.kept(user))
                        .map(kept -> new Offer(totp.written(secret), totp.uri(secret, kept.email()))));
    }

    /** The recovery codes, which are never shown again; empty if the code is not the authenticator's. */
    public Mono<List<String>> confirm(UUID user, String code, Instant now) {
        return secondFactors
                .kept(user)
                .switchIfEmpty(refused(SecondFactorRefusal.SECOND_FACTOR_NOT_OFFERED))
                .flatMap(kept -> kept.state() instanceof Offered
                        ? confirmed(user, kept, code, now)
                        : refused(SecondFactorRefusal.SECOND_FACTOR_IN_USE));
    }

    public Mono<List<String>> renewRecoveryCodes(UUID user) {
        var codes = RecoveryCode.fresh();
        return secondFactors
                .replaceRecoveryCodes(user, codes)
                .thenReturn(codes.stream().map(RecoveryCode::shown).toList());
    }

    private Mono<List<String>> confirmed(UUID user, Kept kept, String code, Instant now) {
        var step = totp.stepOf(code, seal.open(user, kept.sealedSecret()), now);
        return step.isEmpty()
                ? Mono.empty()
                : secondFactors
                        .enrol(user, step.getAsLong(), now)
                        .then(outbox.appendFor(
                                FirmId.PLATFORM,
                                List.of(Message.of(user, kept.userVersion(), new SecondFactorEnrolled(user)))))
                        .then(renewRecoveryCodes(user));
    }

    private static <T> Mono<T> refused(SecondFactorRefusal refusal) {
        return Mono.error(() -> new RequestRefused(refusal));
    }
}
