package io.rems.ownership.ownership.domain;

import io.rems.platform.Identifiers;
import java.util.UUID;

/** Names an ownership period through all its revisions. */
public record PeriodId(UUID value) {

    public static PeriodId next() {
        return new PeriodId(Identifiers.next());
    }
}
