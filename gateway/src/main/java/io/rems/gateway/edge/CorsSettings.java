package io.rems.gateway.edge;

import java.time.Duration;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.web.cors.CorsConfiguration;
import org.springframework.web.cors.reactive.CorsConfigurationSource;

/**
 * Which web pages may call.
 *
 * @param allowedOrigins where the portals are served from, such as {@code https://portal.example.com}
 */
@ConfigurationProperties("rems.cors")
record CorsSettings(@DefaultValue List<String> allowedOrigins) {
    private static final List<String> METHODS = List.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE");
    private static final List<String> REQUEST_HEADERS = List.of(
            "Authorization",
            "Content-Type",
            "Accept-Language",
            "X-Firm-Id",
            "If-Match",
            "If-None-Match",
            "Idempotency-Key",
            "Last-Event-ID",
            "traceparent",
            "tracestate");
    private static final List<String> ANSWER_HEADERS =
            List.of("ETag", "Location", "Retry-After", "RateLimit", "RateLimit-Policy", "Content-Disposition");

    CorsConfigurationSource source() {
        var allowed = new CorsConfiguration();
        allowed.setAllowedOrigins(allowedOrigins);
        allowed.setAllowedMethods(METHODS);
        allowed.setAllowedHeaders(REQUEST_HEADERS);
        allowed.setExposedHeaders(ANSWER_HEADERS);
        allowed.setMaxAge(Duration.ofHours(1));
        return _ -> allowed;
    }
}
