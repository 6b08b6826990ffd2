package io.rems.firm.assignment;

/**
 * Which firm is meant where a user names none, for SQL that calls the user {@code u} and binds {@code :now}. It is asked
 * of the assignments themselves, for what is stored with the user waits for the timer.
 */
public final class PrimaryFirm {

    /**
     * One that has just begun as primary, else the stored one, else the one held longest; one that is closed, or has
     * merely invited him, only if there is no other. Null for a user without any in force.
     */
    public static final String AT_NOW = """
            (SELECT a.firm_id
               FROM assignment a JOIN firm h ON h.firm_id = a.firm_id
              WHERE a.user_id = u.id AND %s
              ORDER BY h.status = 'CLOSED', a.accepted DESC,
                       CASE WHEN a.as_primary AND NOT a.started THEN a.since END DESC NULLS LAST,
                       a.firm_id = u.primary_firm DESC NULLS LAST, a.since, a.firm_id
              LIMIT 1)""".formatted(InForce.AT_NOW);

    /** When another begins as primary, or null: until then the answer stands, if its assignment does. */
    public static final String NEXT_BEGINS = """
            (SELECT min(a.since) FROM assignment a
              WHERE a.user_id = u.id AND a.as_primary AND NOT a.started AND a.ended_at IS NULL AND a.since > :now)""";

    private PrimaryFirm() {}
}
