package io.rems.gateway.access;

import io.rems.platform.access.Caller;
import io.rems.platform.access.ContextTokens;
import io.rems.platform.problem.Problem;
import io.rems.platform.problem.ProblemException;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** As whom a user acts in a scope, or why he may not; with the context token that says so, which is signed once. */
final class Session {
    private static final Duration RENEWED_BEFORE_END = Duration.ofSeconds(30);

    private final Assignment assignment;
    private final Scope scope;
    private final Instant readAt;
    private final @Nullable Caller caller;
    private final @Nullable Problem refusal;
    private volatile @Nullable Signed signed;

    private record Signed(String token, String key, Instant renewAt) {
        /** A key that was changed may have been taken back, and what it signed with it. */
        boolean isGood(ContextTokens tokens, Instant now) {
            return now.isBefore(renewAt) && key.equals(tokens.keyId());
        }
    }

    private Session(
            Assignment assignment, Scope scope, Instant readAt, @Nullable Caller caller, @Nullable Problem refusal) {
        this.assignment = assignment;
        this.scope = scope;
        this.readAt = readAt;
        this.caller = caller;
        this.refusal = refusal;
    }

    /** Where the firm refuses him, a user still has his own matters, such as the list of his firms. */
    static Session of(Assignment assignment, Scope scope, Instant readAt) {
        Problem refusal = assignment.refusal(scope, readAt);
        return new Session(
                assignment,
                scope,
                readAt,
                refusal == null ? admitted(assignment, scope) : ownMattersOnly(assignment, scope),
                refusal);
    }

    static Session none(UUID user, Scope scope, Instant readAt) {
        return of(Assignment.none(user), scope, readAt);
    }

    /** The same session after its firm was suspended, reactivated or closed. */
    Session inFirmThatIs(FirmStatus status) {
        return of(assignment.inFirmThatIs(status), scope, readAt);
    }

    boolean isIn(UUID firm) {
        return firm.equals(assignment.firmId());
    }

    boolean admits() {
        return caller != null;
    }

    boolean youngerThan(Duration age, Instant now) {
        return now.isBefore(readAt.plus(age));
    }

    /** True once what lets the user into the firm is over, however lately it was read. */
    boolean hasEnded(Instant now) {
        return actsInFirm() && assignment.hasEnded(now);
    }

    /** @throws ProblemException if the user has no business here, or not this one */
    String token(Intent intent, ContextTokens tokens, Instant now) {
        if (caller == null) {
            throw new ProblemException(Objects.requireNonNull(refusal));
        }
        if (hasEnded(now)) {
            throw new ProblemException(Refusals.firmAccessDenied());
        }
        if (intent == Intent.CHANGE && actsInFirm() && assignment.isInSuspendedFirm()) {
            throw new ProblemException(Refusals.firmSuspended());
        }
        Signed current = signed;
        if (current == null || !current.isGood(tokens, now)) {
            current = sign(caller, tokens, now);
            signed = current;
        }
        return current.token();
    }

    private static Caller admitted(Assignment assignment, Scope scope) {
        return scope instanceof Scope.Platform
                ? Caller.platformAdministrator(assignment.userId())
                : assignment.inFirm();
    }

    private static @Nullable Caller ownMattersOnly(Assignment assignment, Scope scope) {
        return scope instanceof Scope.Own && assignment.userActive() ? assignment.withoutFirm() : null;
    }

    private boolean actsInFirm() {
        return caller != null && !caller.firm().isPlatform();
    }

    private Signed sign(Caller caller, ContextTokens tokens, Instant now) {
        String key = tokens.keyId(); // before it signs: should it change meanwhile, the token is renewed once too often
        Instant end = now.plus(tokens.life());
        Instant until = actsInFirm() ? assignment.until() : null;
        return until != null && until.isBefore(end)
                ? new Signed(tokens.sign(caller, until), key, until)
                : new Signed(tokens.sign(caller, end), key, end.minus(RENEWED_BEFORE_END));
    }
}
