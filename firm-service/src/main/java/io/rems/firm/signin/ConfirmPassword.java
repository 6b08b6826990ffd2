package io.rems.firm.signin;

import io.rems.platform.access.Client;
import io.rems.platform.problem.InvalidRequest;
import java.util.UUID;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * Asks a signed-in user for his password again, before what a thief of his session would want. It is judged like one at
 * sign-in, so that nobody guesses here what he may not guess there.
 */
@Component
public class ConfirmPassword {
    private final Candidates candidates;
    private final FailedAttempts failedAttempts;
    private final TryPassword tryPassword;

    ConfirmPassword(Candidates candidates, FailedAttempts failedAttempts, TryPassword tryPassword) {
        this.candidates = candidates;
        this.failedAttempts = failedAttempts;
        this.tryPassword = tryPassword;
    }

    /** Fails on that field if it is not the user's password, or if there were too many failures. */
    public Mono<Void> confirm(UUID user, String field, String password, Client client) {
        return tryPassword
                .of(
                        candidates.byId(user),
                        password,
                        client,
                        (attempt, _) ->
                                failedAttempts.forget(attempt.emailKey()).thenReturn(true))
                .switchIfEmpty(Mono.error(() -> new InvalidRequest(
                        field, "WRONG", "is not your password, or there were too many attempts: try again later")))
                .then();
    }
}
