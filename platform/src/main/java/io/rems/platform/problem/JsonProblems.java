package io.rems.platform.problem;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.http.HttpStatus;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.exc.InvalidFormatException;
import tools.jackson.databind.exc.MismatchedInputException;
import tools.jackson.databind.exc.UnrecognizedPropertyException;
import tools.jackson.databind.exc.ValueInstantiationException;

/** Says which field of a body cannot be read and why, without a word of the classes behind it. */
final class JsonProblems {

    private JsonProblems() {}

    static Problem malformed(String detail) {
        return Problem.of(HttpStatus.BAD_REQUEST, "MALFORMED_REQUEST", detail);
    }

    static Problem of(JacksonException error) {
        var field = path(error);
        return switch (error) {
            case UnrecognizedPropertyException _ -> field(field, "UNKNOWN_FIELD", "is not a field of this request");
            case InvalidFormatException format
            when format.getTargetType().isEnum() ->
                field(field, "UNKNOWN_VALUE", "must be one of " + constants(format.getTargetType()));
            case ValueInstantiationException value -> field(field, "MALFORMED", reason(value));
            case MismatchedInputException _ -> field(field, "WRONG_TYPE", "has the wrong type or form");
            default ->
                malformed("The body is not JSON: look near line "
                        + error.getLocation().getLineNr() + ", column "
                        + error.getLocation().getColumnNr() + ".");
        };
    }

    private static Problem field(String field, String code, String message) {
        return field.isEmpty()
                ? malformed("The body " + message + ".")
                : malformed("The field " + field + " " + message + ".")
                        .withErrors(List.of(new FieldProblem(field, code, message)));
    }

    /** A value object's own words, unless they would show a class. */
    private static String reason(ValueInstantiationException error) {
        var message = error.getCause() instanceof IllegalArgumentException own ? own.getMessage() : null;
        return message == null || message.contains("io.rems.") || message.contains("java.")
                ? "is not valid"
                : "is not valid: " + message;
    }

    private static String constants(Class<?> type) {
        return Arrays.stream(type.getEnumConstants()).map(Object::toString).collect(Collectors.joining(", "));
    }

    private static String path(JacksonException error) {
        var path = new StringBuilder();
        for (var step : error.getPath()) {
            if (step.getPropertyName() == null) {
                path.append('[').append(step.getIndex()).append(']');
            } else {
                path.append(path.isEmpty() ? "" : ".").append(step.getPropertyName());
            }
        }
        return path.toString();
    }
}
