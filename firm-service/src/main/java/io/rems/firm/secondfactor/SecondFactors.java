package io.rems.firm.secondfactor;

import io.rems.firm.secondfactor.domain.RecoveryCode;
import io.rems.firm.secondfactor.domain.SecondFactor;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** The second factors of all users, in the open transaction across firms. */
public interface SecondFactors {

    Mono<Standing> standingOf(UUID user);

    /** Locked until the transaction ends: two who show the same code are judged one after the other. */
    Mono<Kept> kept(UUID user);

    /** Replaces what was offered before; false if one is in use. */
    Mono<Boolean> offer(UUID user, String sealedSecret, Instant at);

    Mono<Void> enrol(UUID user, long step, Instant at);

    Mono<Void> remember(UUID user, SecondFactor next);

    Mono<Void> replaceRecoveryCodes(UUID user, List<RecoveryCode> codes);

    Mono<Boolean> isUnused(UUID user, RecoveryCode code);

    Mono<Void> spend(UUID user, RecoveryCode code, Instant at);

    /** False if there is none. */
    Mono<Boolean> remove(UUID user);

    /** {@code userVersion} goes with the events: a second factor changes nothing of the user himself. */
    record Kept(SecondFactor state, String sealedSecret, String email, long userVersion) {}

    /**
     * What a user has, and must have.
     *
     * @param required by a firm he works in, for his role there
     */
    record Standing(
            boolean enrolled, boolean required, @Nullable Instant enrolledAt, long recoveryCodesLeft) {}
}
