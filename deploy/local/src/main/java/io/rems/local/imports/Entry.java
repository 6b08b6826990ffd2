package io.rems.local.imports;

import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * A sound row: the request that brings it in.
 *
 * @param collection where it is posted
 * @param item where it can be read afterwards
 * @param references the rows that must be there before it
 * @param inactive whether it is to be archived once all is in
 */
record Entry(
        Table table,
        long line,
        UUID id,
        String collection,
        String item,
        Map<String, Object> body,
        List<Entry> references,
        boolean inactive) {

    Object field(String name) {
        var value = body.get(name);
        if (value == null) {
            throw new IllegalStateException(table.name() + " has no " + name);
        }
        return value;
    }
}
