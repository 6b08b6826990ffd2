package io.rems.gateway.access;

import io.rems.platform.access.AccessLevel;
import io.rems.platform.access.Actor;
import io.rems.platform.access.Caller;
import io.rems.platform.access.ContextTokens;
import io.rems.platform.access.FirmId;
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

    private final @Nullable Caller caller;
    private final @Nullable Problem refusal;
    private final Instant readAt;
    private volatile @Nullable Signed signed;

    private record Signed(String token, Instant renewAt) {}

    private Session(@Nullable Caller caller, @Nullable Problem refusal, Instant readAt) {
        this.caller = caller;
        this.refusal = refusal;
        this.readAt = readAt;
    }

    static Session of(Assignment assignment, Scope scope, Instant readAt) {
        if (!assignment.userActive()) {
            return refused(Refusals.inactive(), readAt);
        }
        return switch (scope) {
            case Scope.Platform _
            when assignment.platformAdministrator() ->
                admitted(Caller.platformAdministrator(assignment.userId()), readAt);
            case Scope.Platform _ -> refused(Refusals.platformAdministratorsOnly(), readAt);
            case Scope.Own _ when assignment.firmId() == null -> admitted(withoutFirm(assignment), readAt);
            case Scope.Own _, Scope.Firm _, Scope.Primary _ -> inFirm(assignment, readAt);
        };
    }

    /** Without an assignment a user still has his own matters, such as the list of his firms. */
    static Session none(UUID user, Scope scope, Instant readAt) {
        return of(new Assignment(user, null, null, null, null, null, false, true), scope, readAt);
    }

    boolean admits() {
        return caller != null;
    }

    boolean youngerThan(Duration age, Instant now) {
        return now.isBefore(readAt.plus(age));
    }

    /** @throws ProblemException if the user has no business here */
    String token(ContextTokens tokens, Instant now) {
        if (caller == null) {
            throw new ProblemException(Objects.requireNonNull(refusal));
        }
        Signed current = signed;
        if (current == null || !now.isBefore(current.renewAt())) {
            current = new Signed(tokens.sign(caller), now.plus(tokens.life()).minus(RENEWED_BEFORE_END));
            signed = current;
        }
        return current.token();
    }

    private static Session inFirm(Assignment assignment, Instant readAt) {
        UUID firm = assignment.firmId();
        if (firm == null || assignment.role() == null) {
            return refused(Refusals.firmAccessDenied(), readAt);
        }
        return admitted(caller(assignment, new FirmId(firm)), readAt);
    }

    private static Caller withoutFirm(Assignment assignment) {
        return caller(assignment, FirmId.PLATFORM);
    }

    private static Caller caller(Assignment assignment, FirmId firm) {
        return new Caller(
                Actor.user(assignment.userId()),
                assignment.userId(),
                firm,
                firm.isPlatform() ? null : assignment.role(),
                Objects.requireNonNullElse(assignment.accessLevel(), AccessLevel.RESTRICTED),
                assignment.platformAdministrator(),
                assignment.ownerId(),
                assignment.tenantId());
    }

    private static Session admitted(Caller caller, Instant readAt) {
        return new Session(caller, null, readAt);
    }

    private static Session refused(Problem refusal, Instant readAt) {
        return new Session(null, refusal, readAt);
    }
}
