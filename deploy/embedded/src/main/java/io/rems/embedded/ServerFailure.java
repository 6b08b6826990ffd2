package io.rems.embedded;

import org.jspecify.annotations.Nullable;

/** A server that did not start or stop, with the cause and the end of its log, as shown to the user. */
public final class ServerFailure extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public ServerFailure(String message) {
        this(message, null);
    }

    public ServerFailure(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
