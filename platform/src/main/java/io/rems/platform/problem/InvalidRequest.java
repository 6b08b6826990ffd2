package io.rems.platform.problem;

import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import org.springframework.http.HttpStatus;

/** Well-formed, but fields break their rules: 422 that names each of them. */
@SuppressWarnings("serial")
public class InvalidRequest extends ProblemException {

    public InvalidRequest(String field, String code, String message) {
        this(List.of(new FieldProblem(field, code, message)));
    }

    public InvalidRequest(List<FieldProblem> errors) {
        super(Problem.of(HttpStatus.UNPROCESSABLE_CONTENT, "VALIDATION_FAILED", "Correct the fields under errors.")
                .withErrors(List.copyOf(errors)));
    }

    /** What {@code value} makes of the field; its {@link IllegalArgumentException} becomes the field's problem. */
    public static <T> T unless(String field, Supplier<T> value) {
        try {
            return value.get();
        } catch (IllegalArgumentException | ArithmeticException e) {
            throw new InvalidRequest(field, "MALFORMED", Objects.requireNonNullElse(e.getMessage(), "Not valid"));
        }
    }
}
