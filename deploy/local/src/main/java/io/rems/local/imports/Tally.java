package io.rems.local.imports;

/** A line of the summary. */
record Tally(String table, int read, int created, int alreadyThere, int refused, int skipped, String note) {

    static Tally skipped(String table, int rows, String reason) {
        return new Tally(table, rows, 0, 0, 0, rows, reason);
    }

    Tally plus(Tally other) {
        return new Tally(
                table,
                read + other.read,
                created + other.created,
                alreadyThere + other.alreadyThere,
                refused + other.refused,
                skipped + other.skipped,
                note);
    }
}
