package io.rems.ownership.ownership;

import io.rems.ownership.ownership.domain.Holder;
import io.rems.platform.Share;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The properties of which an owner holds a share on a day. */
public record Portfolio(Holder owner, LocalDate day, List<Holding> holdings) {

    public record Holding(
            UUID propertyId,
            String code,
            String name,
            String type,
            @Nullable String location,
            Share share,
            boolean primaryContact) {

        /** Several periods of one owner count together. */
        public Holding with(Holding other) {
            return new Holding(
                    propertyId,
                    code,
                    name,
                    type,
                    location,
                    share.plus(other.share),
                    primaryContact || other.primaryContact);
        }
    }

    /** How many of them he holds alone. */
    public long whole() {
        return holdings.stream()
                .filter(holding -> holding.share().equals(Share.WHOLE))
                .count();
    }
}
