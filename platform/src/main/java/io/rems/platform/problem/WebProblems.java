package io.rems.platform.problem;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSourceResolvable;
import org.springframework.core.io.buffer.DataBufferLimitException;
import org.springframework.http.HttpStatus;
import org.springframework.validation.FieldError;
import org.springframework.validation.ObjectError;
import org.springframework.validation.method.ParameterErrors;
import org.springframework.validation.method.ParameterValidationResult;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.support.WebExchangeBindException;
import org.springframework.web.method.annotation.HandlerMethodValidationException;
import org.springframework.web.server.MissingRequestValueException;
import org.springframework.web.server.ServerWebInputException;
import tools.jackson.core.JacksonException;

/** What Spring refuses: unknown routes, media types, bodies it cannot read, values that break their constraints. */
final class WebProblems implements ProblemMapping {

    @Override
    public @Nullable Problem of(Throwable error) {
        return switch (error) {
            case WebExchangeBindException bad ->
                invalid(bad.getAllErrors().stream().map(WebProblems::field).toList());
            case HandlerMethodValidationException bad
            when !bad.isForReturnValue() ->
                invalid(bad.getParameterValidationResults().stream()
                        .flatMap(WebProblems::fields)
                        .toList());
            case MissingRequestValueException missing ->
                invalid(List.of(new FieldProblem(missing.getName(), "REQUIRED", "is missing")));
            case ServerWebInputException unreadable -> malformed(unreadable);
            case DataBufferLimitException _ -> tooLarge();
            case ErrorResponse other -> status(other);
            default -> null;
        };
    }

    private static Problem invalid(List<FieldProblem> errors) {
        return new InvalidRequest(errors).problem();
    }

    private static Problem tooLarge() {
        return Problem.of(HttpStatus.CONTENT_TOO_LARGE, "TOO_LARGE", "Send less at once.");
    }

    private static Stream<FieldProblem> fields(ParameterValidationResult result) {
        if (result instanceof ParameterErrors nested) {
            return nested.getAllErrors().stream().map(WebProblems::field);
        }
        var name = Objects.requireNonNullElse(result.getMethodParameter().getParameterName(), "parameter");
        return result.getResolvableErrors().stream().map(error -> new FieldProblem(name, code(error), message(error)));
    }

    private static FieldProblem field(ObjectError error) {
        var name = error instanceof FieldError field ? field.getField() : error.getObjectName();
        return new FieldProblem(name, code(error), message(error));
    }

    /** {@code NotBlank} of Bean Validation as {@code NOT_BLANK}. */
    private static String code(MessageSourceResolvable error) {
        var codes = error.getCodes();
        return codes == null || codes.length == 0
                ? "INVALID"
                : codes[codes.length - 1].replaceAll("(?<=[a-z])(?=[A-Z])", "_").toUpperCase(Locale.ROOT);
    }

    private static String message(MessageSourceResolvable error) {
        return Objects.requireNonNullElse(error.getDefaultMessage(), "is not valid");
    }

    private static Problem malformed(ServerWebInputException error) {
        for (Throwable cause = error.getCause(); cause != null; cause = cause.getCause()) {
            if (cause instanceof JacksonException unreadable) {
                return JsonProblems.of(unreadable);
            }
        }
        var parameter = error.getMethodParameter();
        var name = parameter == null ? null : parameter.getParameterName();
        return error.getCause() == null || name == null
                ? JsonProblems.malformed("The request needs a body that can be read as JSON.")
                : JsonProblems.malformed("The value of " + name + " cannot be read.")
                        .withErrors(List.of(new FieldProblem(name, "MALFORMED", "cannot be read")));
    }

    private static @Nullable Problem status(ErrorResponse error) {
        var status = HttpStatus.resolve(error.getStatusCode().value());
        var known = status == null
                ? null
                : switch (status) {
                    case BAD_REQUEST -> JsonProblems.malformed("The request cannot be read.");
                    case NOT_FOUND -> Problem.of(status, "NOT_FOUND", "There is nothing at this address.");
                    case METHOD_NOT_ALLOWED ->
                        Problem.of(status, "METHOD_NOT_ALLOWED", "Use one of the methods in the header Allow.");
                    case NOT_ACCEPTABLE -> Problem.of(status, "NOT_ACCEPTABLE", "Accept application/json.");
                    case UNSUPPORTED_MEDIA_TYPE ->
                        Problem.of(status, "UNSUPPORTED_MEDIA", "Send one of the types in the header Accept.");
                    case CONTENT_TOO_LARGE -> tooLarge();
                    case SERVICE_UNAVAILABLE, GATEWAY_TIMEOUT, BAD_GATEWAY -> Problems.unavailable();
                    default ->
                        status.is4xxClientError()
                                ? Problem.of(status, status.name(), "The request was refused.")
                                : null;
                };
        if (known == null) {
            return null;
        }
        return error.getHeaders().isEmpty() ? known : known.withHeaders(error.getHeaders());
    }
}
