package io.rems.firm.provider.domain;

import java.util.UUID;

/** The user whom an identity may belong to. */
public record Account(UUID user, Standing standing) {

    /** How an account stands to signing in. */
    public enum Standing {
        /** Signing in accepts the invitation. */
        INVITED,
        ACTIVE,
        DISABLED
    }

    public boolean admits() {
        return standing != Standing.DISABLED;
    }
}
