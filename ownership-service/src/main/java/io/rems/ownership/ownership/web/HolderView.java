package io.rems.ownership.ownership.web;

import io.rems.ownership.ownership.domain.Holdings;
import io.rems.ownership.ownership.domain.OwnershipPeriod;
import io.rems.platform.Share;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** An owner with his share, or the firm with what nobody was given; to an owner, of others name and share alone. */
record HolderView(
        HolderType type,
        @Nullable UUID ownerId,
        @Nullable String name,
        Share share,
        boolean primaryContact,
        @Nullable LocalDate from,
        @Nullable LocalDate to) {

    enum HolderType {
        OWNER,
        FIRM_DEFAULT
    }

    /** @param onlyOwn the owner who asks, if one does */
    static List<HolderView> of(Holdings holdings, @Nullable UUID onlyOwn) {
        var owners = holdings.periods().stream().map(period -> of(period, onlyOwn));
        var firm = holdings.complete() ? Stream.<HolderView>empty() : Stream.of(firmDefault(holdings.firmDefault()));
        return Stream.concat(owners, firm).toList();
    }

    private static HolderView of(OwnershipPeriod period, @Nullable UUID onlyOwn) {
        var holder = period.holder();
        return onlyOwn == null || onlyOwn.equals(holder.ownerId())
                ? new HolderView(
                        HolderType.OWNER,
                        holder.ownerId(),
                        holder.name(),
                        period.share(),
                        period.terms().primaryContact(),
                        period.validity().from(),
                        period.validity().to())
                : new HolderView(HolderType.OWNER, null, holder.name(), period.share(), false, null, null);
    }

    private static HolderView firmDefault(Share share) {
        return new HolderView(HolderType.FIRM_DEFAULT, null, null, share, false, null, null);
    }
}
