package io.rems.local.imports;

import java.util.List;
import java.util.Map;

/**
 * What a file holds.
 *
 * @param rows all of them
 * @param entries the sound ones
 * @param remarks on how rows come in, and how many
 * @param unplaced columns that REMS has no place for, and how many rows say something unusual there
 */
record Reading(
        Table table,
        int rows,
        List<Entry> entries,
        List<Refusal> refusals,
        Map<String, Integer> remarks,
        Map<String, Integer> unplaced) {

    /** Rows, not reasons: one row can be refused for several. */
    int refused() {
        return rows - entries.size();
    }
}
