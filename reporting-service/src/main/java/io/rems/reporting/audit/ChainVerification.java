package io.rems.reporting.audit;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Whether a firm's audit log is as it was written. Note down {@code digest} with {@code entries}: a later check that still
 * finds this digest there proves that nothing before it was changed, even by somebody who could rewrite the whole chain.
 *
 * @param entries how many the chain has
 * @param digest of its last entry, in hexadecimal; absent while it is empty
 * @param checkedFrom the first entry that this check read
 * @param checkedTo the last one
 * @param next where to go on, when there was more than one check reads; absent at the end
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record ChainVerification(
        boolean intact,
        long entries,
        @Nullable String digest,
        long checkedFrom,
        long checkedTo,
        @Nullable Break firstBreak,
        @Nullable Long next) {

    /** @param eventId absent where the entry is missing */
    record Break(long sequence, @Nullable UUID eventId, Reason reason) {}

    enum Reason {
        /** The entry does not give the digest that stands in it. */
        ALTERED,
        /** There is no entry of this number. */
        MISSING,
        /** The last entry is not the one that the chain ended with. */
        END_DIFFERS
    }
}
