package io.rems.firm.signin;

import io.rems.firm.signin.domain.Candidate;
import io.rems.firm.signin.domain.LoginRules;
import reactor.core.publisher.Mono;

/** Who may want to sign in, and under which rules. */
public interface Candidates {

    /** {@link Candidate#NOBODY} for an e-mail that is nobody's. */
    Mono<Candidate> byEmail(String emailKey);

    /** The strictest rules of the candidate's firms. */
    Mono<LoginRules> rulesFor(Candidate candidate);
}
