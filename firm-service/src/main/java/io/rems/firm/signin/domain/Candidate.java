package io.rems.firm.signin.domain;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Whom an e-mail names, if anybody. */
public record Candidate(
        UUID user, long version, boolean active, @Nullable String passwordHash) {

    private static final UUID NO_USER = new UUID(0, 0);

    /** Stands for an e-mail that is nobody's, so that the same steps are taken for it. */
    public static final Candidate NOBODY = new Candidate(NO_USER, 0, false, null);

    public boolean isSomebody() {
        return !user.equals(NO_USER);
    }
}
