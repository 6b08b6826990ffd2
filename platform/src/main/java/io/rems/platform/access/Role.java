package io.rems.platform.access;

/** What a user is in a firm; {@link Permission} says what that allows. */
public enum Role {
    ADMIN,
    ACCOUNTANT,
    MANAGER,
    STAFF,
    OWNER,
    TENANT,
    VIEWER
}
