package io.rems.platform.problem;

import io.github.resilience4j.bulkhead.BulkheadFullException;
import io.github.resilience4j.circuitbreaker.CallNotPermittedException;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.web.reactive.function.client.WebClientRequestException;
import org.springframework.web.util.DisconnectedClientHelper;

/**
 * What we depend on is slow, broken or absent. A connection that a database or a service resets looks as if the client
 * had gone, and Spring ends the request without an answer then, which the client reads as 200: so it gets one always.
 */
final class RemoteProblems implements ProblemMapping {

    @Override
    public @Nullable Problem of(Throwable error) {
        return switch (error) {
            case CallNotPermittedException _, BulkheadFullException _, TimeoutException _ -> Problems.unavailable();
            case WebClientRequestException _, AuthenticationServiceException _ -> Problems.unavailable();
            default -> DisconnectedClientHelper.isClientDisconnectedException(error) ? Problems.unavailable() : null;
        };
    }
}
