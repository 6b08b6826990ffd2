package io.rems.platform.openapi;

import io.rems.platform.access.PlatformAdministratorOnly;
import io.rems.platform.access.PublicEndpoint;
import io.rems.platform.access.RequiresPermission;
import io.rems.platform.events.AnsweredOncePublished;
import io.rems.platform.web.IdempotencyKeyRequired;
import io.rems.platform.web.IfMatch;
import io.rems.platform.web.ListQuery;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.media.BooleanSchema;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.IntegerSchema;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.parameters.Parameter;
import io.swagger.v3.oas.models.responses.ApiResponse;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import org.springdoc.core.customizers.OperationCustomizer;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.method.HandlerMethod;

/** Adds to each operation what the platform does for it: headers, list parameters, permission, problems. */
final class PlatformOperations implements OperationCustomizer {
    private static final String PROBLEM = "#/components/schemas/Problem";

    @Override
    public Operation customize(Operation operation, HandlerMethod method) {
        if (takes(method, IfMatch.class)) {
            operation.addParametersItem(header("If-Match", true, "The ETag of the version to change, such as \"3\""));
        }
        if (takes(method, ListQuery.class)) {
            listParameters().forEach(operation::addParametersItem);
        }
        if (method.hasMethodAnnotation(PostMapping.class) && !method.hasMethodAnnotation(PublicEndpoint.class)) {
            operation.addParametersItem(header(
                    "Idempotency-Key",
                    method.hasMethodAnnotation(IdempotencyKeyRequired.class),
                    "Names the command: repeated with the same key it is answered again, not carried out again"));
        }
        describeAccess(operation, method);
        if (method.hasMethodAnnotation(AnsweredOncePublished.class)) {
            operation.getResponses().addApiResponse("202", publishedLater(operation));
        }
        operation.getResponses().addApiResponse("default", problem());
        return operation;
    }

    private static boolean takes(HandlerMethod method, Class<?> type) {
        return Arrays.stream(method.getMethodParameters()).anyMatch(parameter -> parameter.getParameterType() == type);
    }

    private static void describeAccess(Operation operation, HandlerMethod method) {
        RequiresPermission required = method.getMethodAnnotation(RequiresPermission.class);
        if (required != null) {
            operation.addExtension("x-permission", required.value().code());
        } else if (method.hasMethodAnnotation(PlatformAdministratorOnly.class)) {
            operation.addExtension("x-permission", "platform administrator");
        }
        if (method.hasMethodAnnotation(PublicEndpoint.class)) {
            operation.setSecurity(List.of());
        }
    }

    private static List<Parameter> listParameters() {
        return List.of(
                query("limit", limit(), "Items at most"),
                query("cursor", new StringSchema(), "Where to go on: `next` of the page before"),
                query("sort", new StringSchema(), "Fields, descending with a minus: `-date,number`"),
                query("q", new StringSchema(), "Text to search for"),
                query("count", count(), "Whether to count all: adds `total`"));
    }

    private static Schema<?> limit() {
        Schema<Number> limit = new IntegerSchema();
        limit.setMinimum(BigDecimal.ONE);
        limit.setMaximum(BigDecimal.valueOf(200));
        limit.setDefault(50);
        return limit;
    }

    private static Schema<?> count() {
        Schema<Boolean> count = new BooleanSchema();
        count.setDefault(false);
        return count;
    }

    private static Parameter query(String name, Schema<?> schema, String description) {
        return new Parameter().in("query").name(name).schema(schema).description(description);
    }

    private static Parameter header(String name, boolean required, String description) {
        return new Parameter()
                .in("header")
                .name(name)
                .required(required)
                .schema(new StringSchema())
                .description(description);
    }

    private static ApiResponse publishedLater(Operation operation) {
        ApiResponse done = operation.getResponses().get("200");
        return new ApiResponse()
                .description("Stored, but not heard of everywhere yet: takes effect within a minute")
                .content(done == null ? null : done.getContent());
    }

    private static ApiResponse problem() {
        Schema<?> problem = new Schema<>();
        problem.set$ref(PROBLEM);
        return new ApiResponse()
                .description("A problem (RFC 9457); its `code` is stable")
                .content(new Content().addMediaType("application/problem+json", new MediaType().schema(problem)));
    }
}
