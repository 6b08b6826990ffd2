package io.rems.platform.problem;

import org.springframework.http.HttpStatus;

/** A change must say which version it was decided on, or it would silently undo another's. */
@SuppressWarnings("serial")
public class VersionRequired extends ProblemException {

    public VersionRequired() {
        super(Problem.of(
                HttpStatus.PRECONDITION_REQUIRED,
                "VERSION_REQUIRED",
                "Send the ETag of the version you changed as the header If-Match."));
    }
}
