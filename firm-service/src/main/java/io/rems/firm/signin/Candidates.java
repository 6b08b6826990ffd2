package io.rems.firm.signin;

import io.rems.firm.signin.domain.Candidate;
import io.rems.firm.signin.domain.LoginRules;
import java.util.UUID;
import reactor.core.publisher.Mono;

/** Who may want to sign in, and under which rules. */
public interface Candidates {

    /** {@link Candidate#NOBODY} for an e-mail that is nobody's. */
    Mono<Candidate> byEmail(String emailKey);

    /** A user by his id, with the key of his e-mail, under which failures are counted. */
    Mono<Known> byId(UUID user);

    /** Whether the user works in the firm of the caller now. */
    Mono<Boolean> isColleague(UUID user);

    /** Puts a stronger hash of the same password into the place of the one that was seen, if it is still there. */
    Mono<Void> replaceHash(UUID user, String seen, String stronger);

    record Known(String emailKey, Candidate candidate) {}

    /** The strictest rules of the candidate's firms. */
    Mono<LoginRules> rulesFor(Candidate candidate);
}
