package io.rems.ownership.ownership.persistence;

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
import io.rems.platform.database.FirmSql;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;

/** A period as its row holds it. */
final class PeriodRow {

    private PeriodRow() {}

    /** Empty where an outer join found no period. */
    static Optional<OwnershipPeriod> period(Row row) {
        return Optional.ofNullable(row.get("id", UUID.class)).map(id -> read(id, row));
    }

    static FirmSql.Statement bound(FirmSql.Statement statement, OwnershipPeriod period) {
        var share = period.share();
        var terms = period.terms();
        return statement
                .bind("id", period.id().value())
                .bind("revision", period.revision())
                .bind("owner", period.holder().ownerId())
                .bind("numerator", share.numerator().longValueExact())
                .bind("denominator", share.denominator().longValueExact())
                .bind("valid_from", period.validity().from())
                .bindNullable("valid_to", period.validity().to(), LocalDate.class)
                .bind("type", period.type().name())
                .bind("acquisition", terms.acquisition().name())
                .bind("primary_contact", terms.primaryContact())
                .bindNullable("management_fee_percent", terms.managementFeePercent(), BigDecimal.class)
                .bindNullable("note", terms.note(), String.class);
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
