package io.rems.firm.assignment;

/** When an assignment lets its user in, for SQL that joins it as {@code a} and binds {@code :now}. */
public final class InForce {
    public static final String AT_NOW =
            "a.ended_at IS NULL AND a.suspended_at IS NULL AND a.since <= :now AND (a.until IS NULL OR a.until > :now)";

    private InForce() {}
}
