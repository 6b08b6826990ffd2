package io.rems.platform.access;

/** Narrows or widens a role: each level allows the kinds of permission up to its own. */
public enum AccessLevel {
    RESTRICTED(Permission.Kind.READ),
    STANDARD(Permission.Kind.WRITE),
    ELEVATED(Permission.Kind.BULK),
    FULL(Permission.Kind.GOVERN);

    private final Permission.Kind highest;

    AccessLevel(Permission.Kind highest) {
        this.highest = highest;
    }

    boolean allows(Permission.Kind kind) {
        return kind.compareTo(highest) <= 0;
    }
}
