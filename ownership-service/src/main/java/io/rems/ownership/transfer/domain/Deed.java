package io.rems.ownership.transfer.domain;

import io.rems.ownership.ownership.domain.PropertyId;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a transfer is about, whatever becomes of it.
 *
 * @param on the day from which on what is given is no longer the giver's
 * @param inheritance the inheritance that it is part of
 * @param reverses the transfer that it takes back
 */
public record Deed(
        TransferId id,
        PropertyId property,
        TransferKind kind,
        LocalDate on,
        @Nullable String reason,
        List<Paper> papers,
        Optional<UUID> inheritance,
        Optional<TransferId> reverses) {

    public Deed {
        papers = List.copyOf(papers);
    }

    Deed movedTo(LocalDate day) {
        return new Deed(id, property, kind, day, reason, papers, inheritance, reverses);
    }
}
