package io.rems.gateway.edge;

import io.rems.platform.problem.Problem;
import io.rems.platform.problem.ProblemException;
import io.rems.platform.problem.ProblemWriter;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.security.config.annotation.web.reactive.EnableWebFluxSecurity;
import org.springframework.security.config.web.server.ServerHttpSecurity;
import org.springframework.security.config.web.server.ServerHttpSecurity.CsrfSpec;
import org.springframework.security.config.web.server.ServerHttpSecurity.FormLoginSpec;
import org.springframework.security.config.web.server.ServerHttpSecurity.HttpBasicSpec;
import org.springframework.security.config.web.server.ServerHttpSecurity.LogoutSpec;
import org.springframework.security.config.web.server.ServerHttpSecurity.RequestCacheSpec;
import org.springframework.security.web.server.SecurityWebFilterChain;
import org.springframework.security.web.server.firewall.ServerExchangeRejectedHandler;
import org.springframework.security.web.server.header.ReferrerPolicyServerHttpHeadersWriter.ReferrerPolicy;
import org.springframework.security.web.server.header.XFrameOptionsServerHttpHeadersWriter.Mode;
import org.springframework.web.cors.reactive.CorsWebFilter;
import org.springframework.web.cors.reactive.DefaultCorsProcessor;

/** Requests in odd shapes and from foreign pages end here; every answer tells browsers to be careful with it. */
@Configuration(proxyBeanMethods = false)
@EnableWebFluxSecurity
class EdgeConfiguration {
    private static final int AFTER_SECURITY = -90;

    /** Who may call what is decided by the filters of the routes; Spring Security guards the shape of the exchange. */
    @Bean
    SecurityWebFilterChain edge(ServerHttpSecurity http, ContentPolicy contentPolicy) {
        return http.csrf(CsrfSpec::disable)
                .httpBasic(HttpBasicSpec::disable)
                .formLogin(FormLoginSpec::disable)
                .logout(LogoutSpec::disable)
                .requestCache(RequestCacheSpec::disable)
                .headers(headers -> headers.frameOptions(frames -> frames.mode(Mode.DENY))
                        .referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.NO_REFERRER))
                        .writer(contentPolicy))
                .build();
    }

    @Bean
    ServerExchangeRejectedHandler oddRequests(ProblemWriter writer) {
        return (exchange, _) -> writer.write(
                exchange,
                Problem.of(HttpStatus.BAD_REQUEST, "MALFORMED_REQUEST", "Write the address in its plain form."));
    }

    @Bean
    @Order(AFTER_SECURITY)
    CorsWebFilter cors(CorsSettings settings) {
        return new CorsWebFilter(settings.source(), new DefaultCorsProcessor() {
            @Override
            protected void rejectRequest(ServerHttpResponse response) {
                throw new ProblemException(Problem.of(
                        HttpStatus.FORBIDDEN,
                        "ORIGIN_NOT_ALLOWED",
                        "Pages of this origin may not call. The operator lists those that may in rems.cors."));
            }
        });
    }
}
