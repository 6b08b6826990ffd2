package io.rems.local.imports;

import org.jspecify.annotations.Nullable;

/**
 * Why something of a file does not come in.
 *
 * @param line of the file, the header being line 1
 * @param column none where it is about the whole line
 */
record Refusal(String file, long line, @Nullable String column, String reason) {

    @Override
    public String toString() {
        return "%s:%d: %s%s".formatted(file, line, column == null ? "" : column + ": ", reason);
    }
}
