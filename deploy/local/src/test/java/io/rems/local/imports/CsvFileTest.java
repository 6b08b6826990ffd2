package io.rems.local.imports;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CsvFileTest {

    @TempDir
    private Path folder = Path.of("");

    @Test
    void readsQuotedCommasQuotesAndLineBreaks() throws IOException {
        var file = read("id,note\r\n1,\"a, \"\"b\"\"\nc\"\r\n2,d\r\n");

        assertThat(file.header()).containsExactly("id", "note");
        assertThat(file.lines())
                .extracting(CsvFile.Line::fields)
                .containsExactly(List.of("1", "a, \"b\"\nc"), List.of("2", "d"));
    }

    @Test
    void knowsOnWhichLineARowBegins() throws IOException {
        var file = read("id,note\n1,\"two\nlines\"\n\n2,x\n");

        assertThat(file.lines()).extracting(CsvFile.Line::number).containsExactly(2L, 5L);
    }

    @Test
    void takesTheByteOrderMarkOfSpreadsheetsForWhatItIs() throws IOException {
        assertThat(read("\uFEFFid,name\n1,x\n").header()).containsExactly("id", "name");
    }

    @Test
    void refusesUtf16() throws IOException {
        var file = read("\uFEFFid,name\n".getBytes(StandardCharsets.UTF_16LE));

        assertThat(file.broken()).hasToString("things.csv:1: is UTF-16; save the file as UTF-8");
    }

    @Test
    void namesTheLineThatIsNotUtf8() throws IOException {
        var file = read("id,name\n1,x\n2,caf\u00e9\n3,y\n".getBytes(StandardCharsets.ISO_8859_1));

        assertThat(file.broken()).hasToString("things.csv:3: is not UTF-8; save the file as UTF-8");
    }

    @Test
    void keepsWhatStandsBeforeAQuoteThatIsNotClosed() throws IOException {
        var file = read("id,name\n1,x\n2,\"y\n3,z\n");

        assertThat(file.lines()).hasSize(1);
        assertThat(Objects.requireNonNull(file.broken()).line()).isEqualTo(3);
    }

    @Test
    void hasNoHeaderWhereItIsEmpty() throws IOException {
        assertThat(read("").header()).isEmpty();
    }

    private CsvFile read(String text) throws IOException {
        return read(text.getBytes(StandardCharsets.UTF_8));
    }

    private CsvFile read(byte[] bytes) throws IOException {
        return CsvFile.read(Files.write(folder.resolve("things.csv"), bytes));
    }
}
