package io.rems.platform.openapi;

import io.rems.platform.access.PlatformAdministratorOnly;
import io.rems.platform.access.PublicEndpoint;
import io.rems.platform.access.RequiresPermission;
import io.rems.platform.access.ServiceOnly;
import io.rems.platform.web.ListQuery;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.headers.Header;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.parameters.Parameter;
import io.swagger.v3.oas.models.responses.ApiResponse;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.customizers.OperationCustomizer;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.core.env.Environment;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.method.HandlerMethod;

/**
 * Names and describes each operation after its address and its method, as far as the controller does not with
 * {@link io.swagger.v3.oas.annotations.Operation}.
 */
final class RouteDescription implements OperationCustomizer {
    private final Environment environment;

    RouteDescription(Environment environment) {
        this.environment = environment;
    }

    @Override
    public Operation customize(Operation operation, HandlerMethod method) {
        Route route = route(method);
        if (route == null) {
            return operation;
        }
        operation.setOperationId(route.operationId());
        operation.setTags(List.of(route.tag()));
        if (operation.getSummary() == null) {
            operation.setSummary(route.summary(method.getMethod().getName(), takesListQuery(method)));
        }
        String said = Objects.requireNonNullElse(operation.getDescription(), "");
        if (!said.contains(access(method))) {
            operation.setDescription((said + "\n\n" + access(method)).strip());
        }
        List<Parameter> parameters = Objects.requireNonNullElse(operation.getParameters(), List.of());
        parameters.stream()
                .filter(parameter -> parameter.getDescription() == null)
                .forEach(parameter -> parameter.setDescription(meaning(route, parameter, method)));
        describeVersion(operation, route, method);
        return operation;
    }

    private @Nullable Route route(HandlerMethod method) {
        var mapping = AnnotatedElementUtils.findMergedAnnotation(method.getMethod(), RequestMapping.class);
        if (mapping == null || mapping.method().length == 0) {
            return null;
        }
        var shared = AnnotatedElementUtils.findMergedAnnotation(method.getBeanType(), RequestMapping.class);
        String path = (shared == null ? "" : first(shared.path())) + first(mapping.path());
        return new Route(mapping.method()[0].name(), environment.resolvePlaceholders(path));
    }

    private static String first(String[] paths) {
        return paths.length == 0 ? "" : paths[0];
    }

    private static String access(HandlerMethod method) {
        RequiresPermission required = method.getMethodAnnotation(RequiresPermission.class);
        if (required != null) {
            return "For whoever has the permission `" + required.value().code() + "` in the firm.";
        }
        if (method.hasMethodAnnotation(PlatformAdministratorOnly.class)) {
            return "For platform administrators.";
        }
        if (method.hasMethodAnnotation(PublicEndpoint.class)) {
            return "For everybody, without a token.";
        }
        return method.hasMethodAnnotation(ServiceOnly.class)
                ? "For the services of REMS; the gateway does not lead here."
                : "For everybody who is signed in.";
    }

    private static String meaning(Route route, Parameter parameter, HandlerMethod method) {
        if ("path".equals(parameter.getIn())) {
            return "Which " + route.nameOf(parameter.getName());
        }
        return takesListQuery(method)
                ? "Only those with this " + Route.words(parameter.getName())
                : "The " + Route.words(parameter.getName());
    }

    private static boolean takesListQuery(HandlerMethod method) {
        return Arrays.stream(method.getMethodParameters())
                .anyMatch(parameter -> parameter.getParameterType() == ListQuery.class);
    }

    /** What a versioned resource brings: its ETag, and its address when it is new. */
    private static void describeVersion(Operation operation, Route route, HandlerMethod method) {
        ApiResponse answer = operation.getResponses().get("200");
        if (answer == null
                || method.hasMethodAnnotation(PublicEndpoint.class)
                || !versioned(method.getMethod().getGenericReturnType())) {
            return;
        }
        if (route.method().equals("POST") && route.isCollection()) {
            operation.getResponses().remove("200");
            operation.getResponses().addApiResponse("201", answer);
            answer.description(HttpStatus.CREATED.getReasonPhrase())
                    .addHeaderObject("Location", header("Where it is from now on"));
        }
        answer.addHeaderObject("ETag", header("The version, for `If-Match`"));
    }

    private static boolean versioned(Type answer) {
        return answer.getTypeName().contains(ResponseEntity.class.getName())
                && !answer.getTypeName().contains("byte[]");
    }

    private static Header header(String description) {
        return new Header().description(description).schema(new StringSchema());
    }
}
