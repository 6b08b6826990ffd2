package io.rems.firm.assignment;

/** When an assignment holds, for SQL that calls it {@code a} and binds {@code :now}: the only place that says so. */
public final class InForce {

    /** It lets its user into the firm, as far as the firm itself lets anybody in. */
    public static final String AT_NOW =
            "a.ended_at IS NULL AND a.suspended_at IS NULL AND a.since <= :now AND (a.until IS NULL OR a.until > :now)";

    /** The same in a firm that has not closed: whoever may come must be able to show what it requires of him. */
    public static final String IN_OPEN_FIRM_AT_NOW =
            AT_NOW + " AND EXISTS (SELECT FROM firm o WHERE o.firm_id = a.firm_id AND o.status <> 'CLOSED')";

    /** The same once the user has come: the firm's rules bind him, and he is one of its people. */
    public static final String BINDS_AT_NOW = "a.accepted AND " + IN_OPEN_FIRM_AT_NOW;

    private InForce() {}
}
