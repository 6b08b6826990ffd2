package io.rems.platform.problem;

import io.rems.platform.Refusal;
import org.springframework.http.HttpStatus;

/** A domain's refusal at the edge of its use case: 409 with the refusal's own code. */
@SuppressWarnings("serial")
public class RequestRefused extends ProblemException {

    private final Refusal refusal;

    public RequestRefused(Refusal refusal) {
        super(Problem.of(HttpStatus.CONFLICT, refusal.code(), refusal.detail()).withFacts(refusal.facts()));
        this.refusal = refusal;
    }

    public Refusal refusal() {
        return refusal;
    }
}
