package io.rems.local.imports;

import org.jspecify.annotations.Nullable;

/** A value that cannot be taken as it is; the reader of the row turns it into a {@link Refusal}. */
final class BadCell extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final @Nullable String column;

    BadCell(@Nullable String column, String reason) {
        super(reason, null, false, false);
        this.column = column;
    }

    Refusal in(String file, long line) {
        return new Refusal(file, line, column, String.valueOf(getMessage()));
    }
}
