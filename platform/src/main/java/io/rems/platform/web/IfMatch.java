package io.rems.platform.web;

import io.rems.platform.problem.Problem;
import io.rems.platform.problem.ProblemException;
import io.rems.platform.problem.VersionRequired;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/** The version that a change was decided on; as a controller's parameter it is read from the header If-Match. */
public record IfMatch(long version) {

    /** Weak tags are taken too: proxies weaken them when they compress. */
    private static final Pattern TAG = Pattern.compile("(?:W/)?\"(\\d{1,18})\"");

    static IfMatch read(@Nullable String header) {
        if (header == null || header.isBlank()) {
            throw new VersionRequired();
        }
        var tag = TAG.matcher(header.strip());
        if (!tag.matches()) {
            throw new ProblemException(Problem.of(
                    HttpStatus.BAD_REQUEST, "MALFORMED_REQUEST", "If-Match must be one ETag as it was given: \"3\"."));
        }
        return new IfMatch(Long.parseLong(tag.group(1)));
    }
}
