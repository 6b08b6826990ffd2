package io.rems.local;

import org.jspecify.annotations.Nullable;

/** Why the stack does not run, as told to the user: the cause, the end of the log, the way out. */
public final class StackFailure extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public StackFailure(String message) {
        this(message, null);
    }

    public StackFailure(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
