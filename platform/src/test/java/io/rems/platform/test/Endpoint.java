package io.rems.platform.test;

import io.rems.platform.access.AnyCaller;
import io.rems.platform.access.Caller;
import io.rems.platform.access.PlatformAdministratorOnly;
import io.rems.platform.access.PublicEndpoint;
import io.rems.platform.access.RequiresPermission;
import io.rems.platform.access.ServiceOnly;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.http.HttpMethod;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.reactive.result.method.RequestMappingInfo;
import org.springframework.web.reactive.result.method.annotation.RequestMappingHandlerMapping;

/** A route of the service under test, and whom its annotation lets in. */
record Endpoint(HttpMethod method, String path, HandlerMethod handler) {
    private static final String OWN_CODE = "io.rems.";

    static List<Endpoint> of(RequestMappingHandlerMapping mapping) {
        return mapping.getHandlerMethods().entrySet().stream()
                .filter(entry -> entry.getValue().getBeanType().getName().startsWith(OWN_CODE))
                .flatMap(entry -> of(entry.getKey(), entry.getValue()))
                .sorted(Comparator.comparing(Endpoint::path)
                        .thenComparing(endpoint -> endpoint.method().name()))
                .toList();
    }

    private static Stream<Endpoint> of(RequestMappingInfo mapping, HandlerMethod handler) {
        return mapping.getPatternsCondition().getPatterns().stream()
                .flatMap(pattern -> mapping.getMethodsCondition().getMethods().stream()
                        .map(method -> new Endpoint(method.asHttpMethod(), pattern.getPatternString(), handler)));
    }

    boolean isOpen() {
        return handler.hasMethodAnnotation(PublicEndpoint.class);
    }

    /** Whether the table of permissions lets this user in; services are not asked about. */
    boolean admits(Caller user) {
        RequiresPermission required = handler.getMethodAnnotation(RequiresPermission.class);
        if (required != null) {
            return user.may(required.value());
        }
        if (handler.hasMethodAnnotation(PlatformAdministratorOnly.class)) {
            return user.platformAdministrator();
        }
        return isOpen() || handler.hasMethodAnnotation(AnyCaller.class);
    }

    /** Who may call, as the documentation says it. */
    String admitted() {
        RequiresPermission required = handler.getMethodAnnotation(RequiresPermission.class);
        if (required != null) {
            return "`" + required.value().code() + "`";
        }
        ServiceOnly service = handler.getMethodAnnotation(ServiceOnly.class);
        if (service != null) {
            return "the " + service.value() + " itself";
        }
        if (handler.hasMethodAnnotation(PlatformAdministratorOnly.class)) {
            return "platform administrator";
        }
        return isOpen() ? "anybody" : "any caller, for his own";
    }

    @Override
    public String toString() {
        return method + " " + path;
    }
}
