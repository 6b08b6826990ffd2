package io.rems.firm.provider;

import io.rems.firm.provider.domain.Account;
import io.rems.firm.signin.domain.FailureReason;
import org.jspecify.annotations.Nullable;

/** Whom an identity means, and what keeps it from signing in as him, if anything does. */
record Found(Account account, @Nullable FailureReason obstacle) {

    /** The identity is his, or may become it. */
    static Found bound(Account account) {
        return new Found(account, account.admits() ? null : FailureReason.NOT_ACTIVE);
    }

    /** He signs in as somebody else at that provider. */
    static Found anothers(Account account) {
        return new Found(account, FailureReason.OTHER_ACCOUNT);
    }

    static Found replayed(Account account) {
        return new Found(account, FailureReason.REPLAYED);
    }
}
