package io.rems.tenant.premises;

import io.rems.platform.problem.Problem;
import io.rems.platform.problem.ProblemException;
import java.util.Map;
import java.util.UUID;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;

/** The unit does not exist in the firm, or ownership-service added it so lately that this service has not heard yet. */
@SuppressWarnings("serial")
class UnitUnknown extends ProblemException {

    private static final int SECONDS = 2;

    UnitUnknown(UUID unit) {
        super(Problem.of(HttpStatus.CONFLICT, "UNIT_UNKNOWN", detail(unit))
                .withFacts(Map.of("unitId", unit))
                .withHeader(HttpHeaders.RETRY_AFTER, String.valueOf(SECONDS)));
    }

    private static String detail(UUID unit) {
        return "No unit " + unit + " is known here. If it was added a moment ago, repeat the request after " + SECONDS
                + " seconds: news of units arrives with a short delay. Otherwise check its id.";
    }
}
