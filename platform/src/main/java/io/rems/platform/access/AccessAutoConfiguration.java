package io.rems.platform.access;

import io.rems.platform.problem.SecurityProblems;
import java.time.Clock;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;
import org.springframework.security.config.annotation.web.reactive.EnableWebFluxSecurity;
import org.springframework.security.config.web.server.SecurityWebFiltersOrder;
import org.springframework.security.config.web.server.ServerHttpSecurity;
import org.springframework.security.core.context.ReactiveSecurityContextHolder;
import org.springframework.security.oauth2.jwt.ReactiveJwtDecoder;
import org.springframework.security.web.server.SecurityWebFilterChain;
import org.springframework.security.web.server.context.NoOpServerSecurityContextRepository;
import org.springframework.web.reactive.config.WebFluxConfigurer;
import org.springframework.web.reactive.result.method.annotation.ArgumentResolverConfigurer;
import org.springframework.web.reactive.result.method.annotation.RequestMappingHandlerMapping;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/**
 * Lets in only who shows a context token of a trusted issuer, and to an endpoint only who may call it. An application
 * that defines a filter chain of its own, as the gateway does, does without this one.
 */
@AutoConfiguration(after = KeysAutoConfiguration.class)
@ConditionalOnMissingBean(SecurityWebFilterChain.class)
@EnableWebFluxSecurity
public class AccessAutoConfiguration {
    private static final String[] OPEN_PATHS = {
        "/actuator/health/**", "/actuator/prometheus", "/v3/api-docs/**", "/.well-known/jwks.json"
    };

    @Bean
    @ConditionalOnMissingBean(ReactiveJwtDecoder.class)
    ContextTokenDecoder contextTokenDecoder(SecuritySettings settings, Issuers issuers, Clock clock) {
        return new ContextTokenDecoder(settings.trustedIssuers(), issuers.contextAudience(), clock);
    }

    @Bean
    EndpointRules endpointRules(@Qualifier("requestMappingHandlerMapping") RequestMappingHandlerMapping mapping) {
        return new EndpointRules(mapping);
    }

    @Bean
    SecurityWebFilterChain contextTokenChain(
            ServerHttpSecurity http, ContextTokenDecoder decoder, EndpointRules rules, SecurityProblems problems) {
        return http.csrf(ServerHttpSecurity.CsrfSpec::disable)
                .httpBasic(ServerHttpSecurity.HttpBasicSpec::disable)
                .formLogin(ServerHttpSecurity.FormLoginSpec::disable)
                .logout(ServerHttpSecurity.LogoutSpec::disable)
                .requestCache(ServerHttpSecurity.RequestCacheSpec::disable)
                .securityContextRepository(NoOpServerSecurityContextRepository.getInstance())
                .oauth2ResourceServer(server -> server.authenticationEntryPoint(problems)
                        .accessDeniedHandler(problems)
                        .jwt(jwt -> jwt.jwtDecoder(decoder).jwtAuthenticationConverter(ContextTokenDecoder::toCaller)))
                .exceptionHandling(
                        handling -> handling.authenticationEntryPoint(problems).accessDeniedHandler(problems))
                .authorizeExchange(exchange -> exchange.pathMatchers(OPEN_PATHS)
                        .permitAll()
                        .anyExchange()
                        .access(rules))
                .addFilterAfter(callerInContext(), SecurityWebFiltersOrder.AUTHENTICATION)
                .build();
    }

    @Bean
    WebFluxConfigurer callerArgument(SecuritySettings settings, Issuers issuers, Clock clock) {
        var clientTokens = ClientTokens.decoder(settings.trustedIssuers(), issuers, clock);
        return new WebFluxConfigurer() {
            @Override
            public void configureArgumentResolvers(ArgumentResolverConfigurer configurer) {
                configurer.addCustomResolver(new CallerArgumentResolver(), new ClientArgumentResolver(clientTokens));
            }
        };
    }

    private static WebFilter callerInContext() {
        return (exchange, chain) -> ReactiveSecurityContextHolder.getContext()
                .mapNotNull(context -> context.getAuthentication())
                .ofType(CallerAuthentication.class)
                .map(CallerAuthentication::getPrincipal)
                .map(Optional::of)
                .defaultIfEmpty(Optional.empty())
                .flatMap(caller -> onward(exchange, chain, caller));
    }

    private static Mono<Void> onward(ServerWebExchange exchange, WebFilterChain chain, Optional<Caller> caller) {
        Mono<Void> next = chain.filter(exchange);
        return caller.map(known -> next.contextWrite(context -> CurrentCaller.with(context, known)))
                .orElse(next);
    }
}
