package io.rems.gateway.access;

import io.rems.platform.problem.Problem;
import org.springframework.http.HttpStatus;

/** What the gateway says to those it does not let through. */
final class Refusals {
    private Refusals() {}

    static Problem malformedFirm() {
        return Problem.of(
                HttpStatus.BAD_REQUEST,
                "MALFORMED_REQUEST",
                "The header X-Firm-Id must be the id of one firm. Take it from firms in GET /api/v1/me.");
    }

    static Problem firmAccessDenied() {
        return Problem.of(
                HttpStatus.FORBIDDEN,
                "FIRM_ACCESS_DENIED",
                "You have no assignment in this firm. GET /api/v1/me without X-Firm-Id lists the firms you work in.");
    }

    static Problem firmSuspended() {
        return Problem.of(
                HttpStatus.FORBIDDEN,
                "FIRM_SUSPENDED",
                "This firm is suspended: its administrators may read, nobody may change anything. Ask the operator of REMS.");
    }

    static Problem firmClosed() {
        return Problem.of(
                HttpStatus.FORBIDDEN,
                "FIRM_CLOSED",
                "This firm is closed. GET /api/v1/me without X-Firm-Id lists your firms with their status.");
    }

    static Problem inactive() {
        return Problem.of(
                HttpStatus.UNAUTHORIZED, "AUTH_INVALID", "This user may not sign in any more. Ask an administrator.");
    }

    static Problem sessionEnded() {
        return Problem.of(HttpStatus.UNAUTHORIZED, "AUTH_INVALID", "This sign-in has ended. Sign in again.");
    }

    static Problem platformAdministratorsOnly() {
        return Problem.of(
                HttpStatus.FORBIDDEN, "PERMISSION_DENIED", "Only a platform administrator may call this address.");
    }
}
