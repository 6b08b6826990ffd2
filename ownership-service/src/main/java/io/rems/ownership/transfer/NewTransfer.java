package io.rems.ownership.transfer;

import io.rems.ownership.ownership.domain.PropertyId;
import io.rems.ownership.ownership.domain.Validity;
import io.rems.ownership.transfer.domain.Deed;
import io.rems.ownership.transfer.domain.Paper;
import io.rems.ownership.transfer.domain.TransferId;
import io.rems.ownership.transfer.domain.TransferKind;
import io.rems.platform.Share;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A transfer that somebody asks for, before its owners are looked up.
 *
 * @param giver absent where the firm gives
 * @param days from the day on which it takes effect to the end of what is given, if it has one
 */
public record NewTransfer(
        TransferId id,
        PropertyId property,
        TransferKind kind,
        @Nullable UUID giver,
        Share given,
        Validity days,
        List<Award> awards,
        @Nullable String reason,
        List<Paper> papers) {

    public NewTransfer {
        awards = List.copyOf(awards);
    }

    /** What one receiver gets; the firm, where no owner is named. */
    public record Award(
            @Nullable UUID receiver,
            Share share,
            boolean primaryContact,
            @Nullable BigDecimal managementFeePercent) {}

    /** The owners who get something. */
    List<UUID> receivers() {
        return awards.stream()
                .flatMap(award -> Stream.ofNullable(award.receiver()))
                .toList();
    }

    Share received() {
        return awards.stream().map(Award::share).reduce(Share.NONE, Share::plus);
    }

    Deed deed() {
        return new Deed(id, property, kind, days.from(), reason, papers, Optional.empty(), Optional.empty());
    }
}
