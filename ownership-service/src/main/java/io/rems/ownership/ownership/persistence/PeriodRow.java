package io.rems.ownership.ownership.persistence;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.r2dbc.spi.Row;
import io.rems.ownership.ownership.KnownOwner;
import io.rems.ownership.ownership.domain.Holder;
import io.rems.ownership.ownership.domain.HoldingType;
import io.rems.ownership.ownership.domain.OwnershipPeriod;
import io.rems.ownership.ownership.domain.PeriodId;
import io.rems.ownership.ownership.domain.Terms;
import io.rems.ownership.ownership.domain.Terms.Acquisition;
import io.rems.ownership.ownership.domain.Validity;
import io.rems.platform.Share;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A period as its row holds it; many rows go to the database as one JSON text. */
record PeriodRow(
        UUID id,
        long revision,
        UUID owner,
        long numerator,
        long denominator,
        @JsonProperty("valid_from") LocalDate validFrom,
        @JsonProperty("valid_to") @Nullable LocalDate validTo,
        HoldingType type,
        Acquisition acquisition,
        @JsonProperty("primary_contact") boolean primaryContact,

        @JsonProperty("management_fee_percent") @Nullable BigDecimal managementFeePercent,

        @Nullable String note) {

    /** What {@link #period} reads, beside the owner's name. */
    static final String COLUMNS = """
            period.id, period.revision, period.owner_id, period.share_numerator, period.share_denominator,
            period.valid_from, period.valid_to, period.type, period.acquisition, period.primary_contact,
            period.management_fee_percent, period.note""";

    static PeriodRow of(OwnershipPeriod period) {
        var terms = period.terms();
        return new PeriodRow(
                period.id().value(),
                period.revision(),
                period.holder().ownerId(),
                period.share().numerator().longValueExact(),
                period.share().denominator().longValueExact(),
                period.validity().from(),
                period.validity().to(),
                period.type(),
                terms.acquisition(),
                terms.primaryContact(),
                terms.managementFeePercent(),
                terms.note());
    }

    /** Empty where an outer join found no period. */
    static Optional<OwnershipPeriod> period(Row row) {
        return Optional.ofNullable(row.get("id", UUID.class)).map(id -> read(id, row));
    }

    static KnownOwner owner(Row row) {
        return new KnownOwner(
                new Holder(row.get("id", UUID.class), row.get("name", String.class)),
                HoldingType.valueOf(row.get("holding_type", String.class)));
    }

    private static OwnershipPeriod read(UUID id, Row row) {
        return new OwnershipPeriod(
                new PeriodId(id),
                new Holder(row.get("owner_id", UUID.class), row.get("owner_name", String.class)),
                HoldingType.valueOf(row.get("type", String.class)),
                Share.of(row.get("share_numerator", Long.class), row.get("share_denominator", Long.class)),
                new Validity(row.get("valid_from", LocalDate.class), row.get("valid_to", LocalDate.class)),
                new Terms(
                        Acquisition.valueOf(row.get("acquisition", String.class)),
                        row.get("primary_contact", Boolean.class),
                        row.get("management_fee_percent", BigDecimal.class),
                        row.get("note", String.class)),
                row.get("revision", Long.class));
    }
}
