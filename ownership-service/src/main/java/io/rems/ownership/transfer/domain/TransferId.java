package io.rems.ownership.transfer.domain;

import io.rems.platform.Identifiers;
import java.util.UUID;

/** Names a transfer. */
public record TransferId(UUID value) {

    public static TransferId next() {
        return new TransferId(Identifiers.next());
    }
}
