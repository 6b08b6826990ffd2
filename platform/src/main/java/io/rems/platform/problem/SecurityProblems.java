package io.rems.platform.problem;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authentication.AuthenticationCredentialsNotFoundException;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.server.ServerAuthenticationEntryPoint;
import org.springframework.security.web.server.authorization.ServerAccessDeniedHandler;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** Answers where Spring Security refuses: no token, a bad one, or one that does not suffice. */
public final class SecurityProblems implements ServerAuthenticationEntryPoint, ServerAccessDeniedHandler {

    private final ProblemWriter writer;

    public SecurityProblems(ProblemWriter writer) {
        this.writer = writer;
    }

    @Override
    public Mono<Void> commence(ServerWebExchange exchange, AuthenticationException error) {
        return writer.write(exchange, error);
    }

    @Override
    public Mono<Void> handle(ServerWebExchange exchange, AccessDeniedException denied) {
        return writer.write(exchange, denied);
    }

    static @Nullable Problem of(Throwable error) {
        return switch (error) {
            case AccessDeniedException _ -> new PermissionDenied().problem();
            case AuthenticationServiceException _ -> Problems.unavailable();
            case AuthenticationCredentialsNotFoundException _ -> authenticationRequired();
            case AuthenticationException _ -> authenticationInvalid();
            default -> null;
        };
    }

    public static Problem authenticationRequired() {
        return Problem.of(HttpStatus.UNAUTHORIZED, "AUTH_REQUIRED", "Sign in and send the access token as Bearer.")
                .withHeader(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
    }

    public static Problem authenticationInvalid() {
        return Problem.of(HttpStatus.UNAUTHORIZED, "AUTH_INVALID", "The token is expired or not ours. Sign in again.")
                .withHeader(HttpHeaders.WWW_AUTHENTICATE, "Bearer error=\"invalid_token\"");
    }
}
