package io.rems.platform.problem;

import io.github.resilience4j.bulkhead.BulkheadFullException;
import io.github.resilience4j.circuitbreaker.CallNotPermittedException;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.web.reactive.function.client.WebClientRequestException;

/** What we depend on is slow, broken or absent. */
final class RemoteProblems implements ProblemMapping {

    @Override
    public @Nullable Problem of(Throwable error) {
        return switch (error) {
            case CallNotPermittedException _, BulkheadFullException _, TimeoutException _ -> Problems.unavailable();
            case WebClientRequestException _, AuthenticationServiceException _ -> Problems.unavailable();
            default -> null;
        };
    }
}
