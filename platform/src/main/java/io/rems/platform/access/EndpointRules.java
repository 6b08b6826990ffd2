package io.rems.platform.access;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.authorization.AuthorizationResult;
import org.springframework.security.authorization.ReactiveAuthorizationManager;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.server.authorization.AuthorizationContext;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.reactive.result.method.annotation.RequestMappingHandlerMapping;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/**
 * Decides from the annotation on a controller method who may call it. A method of REMS without one stops the
 * application from starting, so that no endpoint is open by oversight.
 */
final class EndpointRules implements ReactiveAuthorizationManager<AuthorizationContext>, SmartInitializingSingleton {
    private static final String OWN_CODE = "io.rems.";

    private final RequestMappingHandlerMapping mapping;

    EndpointRules(RequestMappingHandlerMapping mapping) {
        this.mapping = mapping;
    }

    @Override
    public void afterSingletonsInstantiated() {
        List<String> open = mapping.getHandlerMethods().values().stream()
                .filter(method -> method.getBeanType().getName().startsWith(OWN_CODE))
                .filter(method -> rules(method).findAny().isEmpty())
                .map(HandlerMethod::getShortLogMessage)
                .toList();
        if (!open.isEmpty()) {
            throw new IllegalStateException("Endpoints that do not say who may call them: " + open);
        }
    }

    @Override
    public Mono<AuthorizationResult> authorize(Mono<Authentication> authentication, AuthorizationContext context) {
        return handler(context.getExchange())
                .flatMap(method -> authentication
                        .map(EndpointRules::caller)
                        .defaultIfEmpty(Optional.empty())
                        .map(caller -> allowed(method, caller)))
                .switchIfEmpty(Mono.defer(
                        () -> authentication.map(found -> caller(found).isPresent())))
                .defaultIfEmpty(false)
                .map(AuthorizationDecision::new);
    }

    private Mono<HandlerMethod> handler(ServerWebExchange exchange) {
        return mapping.getHandler(exchange).ofType(HandlerMethod.class);
    }

    private static Optional<Caller> caller(Authentication authentication) {
        return authentication instanceof CallerAuthentication known
                ? Optional.of(known.getPrincipal())
                : Optional.empty();
    }

    private static boolean allowed(HandlerMethod method, Optional<Caller> caller) {
        if (method.hasMethodAnnotation(PublicEndpoint.class)) {
            return true;
        }
        return caller.isPresent() && rules(method).allMatch(rule -> admits(rule, caller.get()));
    }

    private static boolean admits(Object rule, Caller caller) {
        return switch (rule) {
            case RequiresPermission required -> caller.may(required.value());
            case PlatformAdministratorOnly _ -> caller.platformAdministrator();
            case ServiceOnly only -> caller.actor().equals(Actor.service(only.value()));
            default -> true;
        };
    }

    private static Stream<Object> rules(HandlerMethod method) {
        return Stream.<@Nullable Object>of(
                        method.getMethodAnnotation(RequiresPermission.class),
                        method.getMethodAnnotation(PlatformAdministratorOnly.class),
                        method.getMethodAnnotation(ServiceOnly.class),
                        method.getMethodAnnotation(AnyCaller.class),
                        method.getMethodAnnotation(PublicEndpoint.class))
                .flatMap(Stream::ofNullable);
    }
}
