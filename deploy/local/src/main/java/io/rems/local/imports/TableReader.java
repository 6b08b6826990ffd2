package io.rems.local.imports;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/** Turns the rows of one file into requests, and what cannot become one into refusals. */
final class TableReader {

    /** When the old system wrote a row is of no use here. */
    private static final Set<String> BOOKKEEPING = Set.of("created_at", "updated_at", "display_order");

    private final Table table;
    private final CsvFile file;
    private final Books books;
    private final List<Rule> rules;
    private final List<Entry> entries = new ArrayList<>();
    private final List<Refusal> refusals = new ArrayList<>();
    private final Map<String, Integer> remarks = new LinkedHashMap<>();
    private final Map<String, Integer> unplaced = new LinkedHashMap<>();

    private TableReader(Table table, CsvFile file, Books books) {
        this.table = table;
        this.file = file;
        this.books = books;
        this.rules = table.rules().stream().map(rule -> rule.get()).toList();
    }

    static Reading read(Table table, CsvFile file, Books books) {
        var reader = new TableReader(table, file, books);
        reader.read();
        return new Reading(
                table, reader.lines().size(), reader.entries, reader.refusals, reader.remarks, reader.unplaced);
    }

    private void read() {
        if (headerFits()) {
            lines().forEach(this::read);
        }
        if (file.broken() != null && !table.isPart()) {
            refusals.add(file.broken());
        }
    }

    /** Those that have something to say; a line that does not fit the header is refused where its own table is read. */
    private List<CsvFile.Line> lines() {
        var place = file.header().indexOf(table.given());
        return table.given().isEmpty()
                ? file.lines()
                : file.lines().stream()
                        .filter(line -> line.fields().size() == file.header().size())
                        .filter(line -> place >= 0 && !line.fields().get(place).isBlank())
                        .toList();
    }

    private boolean headerFits() {
        var header = file.header();
        if (header.isEmpty()) {
            if (file.broken() == null) {
                refuseHeader(null, "the file is empty: its first line names the columns");
            }
            return false;
        }
        var missing = table.columns().stream()
                .filter(column -> !header.contains(column))
                .toList();
        if (missing.size() == table.columns().size()) {
            refuseHeader(
                    null,
                    "this is not the header of " + table.name() + ", separated by commas: " + String.join(",", header));
            return false;
        }
        missing.forEach(column -> refuseHeader(column, "the column is missing"));
        header.stream()
                .filter(column -> header.indexOf(column) != header.lastIndexOf(column))
                .distinct()
                .forEach(column -> refuseHeader(column, "the column is there twice"));
        return refusals.isEmpty();
    }

    private void refuseHeader(@Nullable String column, String reason) {
        refusals.add(new Refusal(file.name(), 1, column, reason));
    }

    private void read(CsvFile.Line line) {
        var problems = new ArrayList<BadCell>();
        if (line.fields().size() != file.header().size()) {
            problems.add(new BadCell(
                    null,
                    "has %d fields, the header names %d"
                            .formatted(line.fields().size(), file.header().size())));
        } else {
            read(line, problems);
        }
        problems.stream()
                .map(problem -> problem.in(file.name(), line.number()))
                .distinct()
                .forEach(refusals::add);
    }

    private void read(CsvFile.Line line, List<BadCell> problems) {
        var row = new Row(cells(line), books);
        var key = row.cell(table.key());
        attempt(problems, () -> {
            if (key == null) {
                throw new BadCell(table.key(), "is empty");
            }
            books.claim(table, key, line.number());
        });
        var path = values(table.path(), row, problems);
        var body = values(table.fields(), row, problems);
        var inactive = asked(problems, () -> Archival.concerns(table, row));
        if (key == null || !problems.isEmpty()) {
            return;
        }
        var id = books.idOf(table.name(), key);
        path.put("id", id);
        body.put("id", id);
        var entry = new Entry(
                table,
                line.number(),
                id,
                filled(table.collection(), path),
                filled(table.item(), path),
                body,
                row.references(),
                inactive);
        rules.forEach(rule -> attempt(problems, () -> rule.admit(row, entry)));
        if (problems.isEmpty()) {
            keep(key, row, entry);
        }
    }

    private void keep(String key, Row row, Entry entry) {
        books.add(key, entry);
        entries.add(entry);
        row.remarks().forEach(remark -> remarks.merge(remark, 1, Integer::sum));
        if (table.isPart()) {
            return;
        }
        var known = table.columns();
        file.header().stream()
                .filter(column -> !known.contains(column) && !BOOKKEEPING.contains(column))
                .filter(column -> {
                    var said = row.cell(column);
                    var usual = table.usual().get(column);
                    return said != null && !Table.ANYTHING.equals(usual) && !said.equals(usual);
                })
                .forEach(column -> unplaced.merge(column, 1, Integer::sum));
    }

    private Map<String, String> cells(CsvFile.Line line) {
        var cells = new HashMap<String, String>();
        for (var index = 0; index < file.header().size(); index++) {
            var text = line.fields().get(index).strip();
            if (!text.isEmpty()) {
                cells.put(file.header().get(index), text);
            }
        }
        return cells;
    }

    private static Map<String, Object> values(Map<String, Value> wanted, Row row, List<BadCell> problems) {
        var values = new LinkedHashMap<String, Object>();
        wanted.forEach((name, value) -> attempt(problems, () -> {
            var said = value.of(row);
            if (said != null) {
                values.put(name, said);
            }
        }));
        return values;
    }

    /** False where it cannot be said. */
    private static boolean asked(List<BadCell> problems, BooleanSupplier question) {
        try {
            return question.getAsBoolean();
        } catch (BadCell problem) {
            problems.add(problem);
            return false;
        }
    }

    private static void attempt(List<BadCell> problems, Runnable step) {
        try {
            step.run();
        } catch (BadCell problem) {
            problems.add(problem);
        }
    }

    private static String filled(String address, Map<String, Object> values) {
        var filled = address;
        for (var value : values.entrySet()) {
            filled = filled.replace("{" + value.getKey() + "}", value.getValue().toString());
        }
        return filled;
    }
}
