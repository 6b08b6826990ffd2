package io.rems.local.imports;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A row while it is read: its cells, the firm it is for, and the rows of other tables that it refers to. */
final class Row {

    private final Map<String, String> cells;
    private final Books books;
    private final List<Entry> references = new ArrayList<>();
    private final List<String> remarks = new ArrayList<>();

    Row(Map<String, String> cells, Books books) {
        this.cells = Map.copyOf(cells);
        this.books = books;
    }

    /** Null where it is empty. */
    @Nullable
    String cell(String column) {
        return cells.get(column);
    }

    /** What another column must have held for this one to be read. */
    String known(String column) {
        return Objects.requireNonNull(cell(column), column);
    }

    Firm firm() {
        return books.firm();
    }

    /** A user of the legacy database by his name, where it tells him. */
    String user(String key) {
        return books.user(key);
    }

    /** @throws BadCell if there is no such row, or it is refused itself */
    Entry reference(String column, String table, String key) {
        var entry = books.find(table, key).orElseThrow(() -> new BadCell(column, books.whyMissing(table, key)));
        references.add(entry);
        return entry;
    }

    /** Says in the summary that something comes in otherwise than it was. */
    void remark(String remark) {
        remarks.add(remark);
    }

    List<Entry> references() {
        return List.copyOf(references);
    }

    List<String> remarks() {
        return List.copyOf(remarks);
    }
}
