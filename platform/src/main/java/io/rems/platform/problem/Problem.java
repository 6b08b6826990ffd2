package io.rems.platform.problem;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;

/** What went wrong, in the terms of RFC 9457; type and title follow from the code. */
public record Problem(
        HttpStatusCode status,
        String code,
        String detail,
        List<FieldProblem> errors,
        Map<String, Object> facts,
        HttpHeaders headers) {

    public static Problem of(HttpStatus status, String code, String detail) {
        return new Problem(status, code, detail, List.of(), Map.of(), HttpHeaders.EMPTY);
    }

    public Problem withErrors(List<FieldProblem> errors) {
        return new Problem(status, code, detail, errors, facts, headers);
    }

    public Problem withFacts(Map<String, Object> facts) {
        return new Problem(status, code, detail, errors, facts, headers);
    }

    public Problem withHeaders(HttpHeaders headers) {
        return new Problem(status, code, detail, errors, facts, headers);
    }

    public Problem withHeader(String name, String value) {
        var added = new HttpHeaders();
        added.putAll(headers);
        added.set(name, value);
        return withHeaders(added);
    }

    String type() {
        return "urn:rems:problem:" + code.toLowerCase(Locale.ROOT).replace('_', '-');
    }

    String title() {
        var words = code.toLowerCase(Locale.ROOT).replace('_', ' ');
        return Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }
}
