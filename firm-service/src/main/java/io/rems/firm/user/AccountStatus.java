package io.rems.firm.user;

/** A login's status as people see it: one that is active but locked after failed sign-ins shows as such. */
public enum AccountStatus {
    INVITED,
    ACTIVE,
    LOCKED,
    DISABLED;

    static AccountStatus of(UserStatus status) {
        return valueOf(status.name());
    }
}
