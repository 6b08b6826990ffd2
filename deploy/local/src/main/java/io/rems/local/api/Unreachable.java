package io.rems.local.api;

import java.net.URI;

/** Nobody answers at the gateway's address. */
public final class Unreachable extends RuntimeException {

    private static final long serialVersionUID = 1L;

    Unreachable(URI gateway, Throwable cause) {
        super("The gateway at " + gateway + " does not answer (" + cause + "). ./rems up starts it.", cause);
    }
}
