package io.rems.platform.web;

import io.rems.platform.problem.InvalidRequest;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** The orders that a list can be read in, each made unique by what identifies its rows. */
final class Orders {
    private final Map<String, SortColumn> columns = new LinkedHashMap<>();
    private SortColumn identity = new SortColumn("id", "id", UUID.class, false);
    private List<Sort> usual = List.of();

    void add(SortColumn column) {
        columns.put(column.field(), column);
    }

    void identifyBy(SortColumn column) {
        identity = column;
    }

    void usually(List<Sort> sorts) {
        usual = sorts;
    }

    /** @throws InvalidRequest for a field that the list cannot be sorted by */
    Keyset asked(List<Sort> asked) {
        var sorts = asked.isEmpty() ? usual : asked;
        var keys = new ArrayList<Keyset.Key>();
        for (var sort : sorts) {
            keys.add(new Keyset.Key(column(sort), sort.descending()));
        }
        if (sorts.stream().noneMatch(sort -> sort.field().equals(identity.field()))) {
            keys.add(
                    new Keyset.Key(identity, !sorts.isEmpty() && sorts.getLast().descending()));
        }
        return new Keyset(keys);
    }

    private SortColumn column(Sort sort) {
        var column = sort.field().equals(identity.field()) ? identity : columns.get(sort.field());
        if (column == null) {
            throw new InvalidRequest(
                    "sort", "UNKNOWN_FIELD", "must be of " + String.join(", ", columns.keySet()) + ", id");
        }
        return column;
    }
}
