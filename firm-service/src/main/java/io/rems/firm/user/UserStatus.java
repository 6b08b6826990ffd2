package io.rems.firm.user;

/** An invited user has no password yet; a disabled one is kept for the history. */
public enum UserStatus {
    INVITED,
    ACTIVE,
    DISABLED
}
