package io.rems.platform.problem;

import org.springframework.http.HttpStatus;

/** The caller's role or access level does not allow this. */
@SuppressWarnings("serial")
public class PermissionDenied extends ProblemException {

    public PermissionDenied() {
        this("Your role in this firm does not allow this. Ask an administrator of the firm.");
    }

    public PermissionDenied(String detail) {
        super(Problem.of(HttpStatus.FORBIDDEN, "PERMISSION_DENIED", detail));
    }
}
