package io.rems.firm.lookalike;

import java.util.UUID;
import reactor.core.publisher.Mono;

/** Whose look is whose; for work across firms. */
public interface Lookalikes {

    /** What is compared with what. */
    enum Kind {
        EMAIL,
        FIRM_NAME
    }

    /**
     * Takes the look for its owner, who gives back the one that he had, until the open transaction ends and after it commits. Fails with
     * {@link LookalikeRefusal} if it is another's; of two at once, the second waits and fails.
     */
    Mono<Void> claim(Kind kind, Look look, UUID owner);
}
