package io.rems.local.imports;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;

/**
 * A file as PostgreSQL's {@code COPY ... CSV HEADER} writes it.
 *
 * @param broken why it could not be read to its end; what was read before counts
 */
record CsvFile(
        String name,
        List<String> header,
        List<Line> lines,
        @Nullable Refusal broken) {

    /** A row and the line on which it begins, which quoted line breaks make differ from its number. */
    record Line(long number, List<String> fields) {}

    static CsvFile read(Path path) {
        var name = path.getFileName().toString();
        try {
            return parse(name, CsvText.of(Files.readAllBytes(path)));
        } catch (CsvText.Malformed malformed) {
            return new CsvFile(name, List.of(), List.of(), malformed.in(name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static CsvFile parse(String name, String text) throws IOException {
        var lines = new ArrayList<Line>();
        Refusal broken = null;
        var begin = 1L;
        try (var parser = CSVParser.parse(text, CSVFormat.RFC4180)) {
            var records = parser.iterator();
            while (records.hasNext()) {
                add(lines, begin, records.next());
                begin = parser.getCurrentLineNumber() + 1;
            }
        } catch (UncheckedIOException | IllegalStateException _) {
            broken = new Refusal(
                    name, begin, null, "quotes are not closed or stand inside a value; nothing after is read");
        }
        var header = lines.isEmpty() ? List.<String>of() : lines.removeFirst().fields();
        return new CsvFile(name, header, List.copyOf(lines), broken);
    }

    /** An empty line is no row. */
    private static void add(List<Line> lines, long number, CSVRecord row) {
        var fields = row.toList();
        if (fields.size() > 1 || !fields.getFirst().isBlank()) {
            lines.add(new Line(number, fields));
        }
    }
}
