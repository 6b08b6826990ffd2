package io.rems.platform.database;

import io.rems.platform.access.FirmId;

/** Whose rows a statement may see; it decides the role that the statement runs as. */
sealed interface Scope {
    /** One firm's rows, as the application role. */
    record OneFirm(FirmId firm) implements Scope {}

    /** Rows of all firms in the tables granted for it, as the worker role. */
    record AcrossFirms() implements Scope {}
}
