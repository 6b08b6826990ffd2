package io.rems.ownership.ownership.web;

import io.rems.ownership.ownership.Portfolio;
import io.rems.ownership.ownership.Portfolio.Holding;
import io.rems.ownership.ownership.Portfolio.Value;
import io.rems.platform.Money;
import io.rems.platform.Share;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What an owner holds on a day, how much of it he holds alone, and what it is worth.
 *
 * @param value the sum of {@code valueByShare}, one for each currency
 * @param unvalued of how many properties no value is known, which are not in the sum
 * @param mergedInto the entry under which the owner goes on, where he was registered twice: it holds what this one held
 */
record PortfolioView(
        UUID ownerId,
        String name,
        LocalDate asOf,
        long whole,
        long partial,
        List<Money> value,
        long unvalued,
        List<PropertyView> properties,
        @Nullable UUID mergedInto) {

    /** What the whole property was worth, by its last valuation on the day or before. */
    record ValueView(Money amount, LocalDate valuedOn, String method) {

        static @Nullable ValueView of(@Nullable Value value) {
            return value == null ? null : new ValueView(value.amount(), value.valuedOn(), value.method());
        }
    }

    /** @param valueByShare the owner's part: computed exactly, then rounded half up to the minor unit */
    record PropertyView(
            UUID propertyId,
            String code,
            String name,
            String type,
            @Nullable String location,
            Share share,
            boolean primaryContact,
            @Nullable ValueView value,
            @Nullable Money valueByShare) {

        static PropertyView of(Holding holding) {
            return new PropertyView(
                    holding.propertyId(),
                    holding.code(),
                    holding.name(),
                    holding.type(),
                    holding.location(),
                    holding.share(),
                    holding.primaryContact(),
                    ValueView.of(holding.value()),
                    holding.valueByShare().orElse(null));
        }
    }

    static PortfolioView of(Portfolio portfolio) {
        return new PortfolioView(
                portfolio.owner().ownerId(),
                portfolio.owner().name(),
                portfolio.day(),
                portfolio.whole(),
                portfolio.holdings().size() - portfolio.whole(),
                portfolio.value(),
                portfolio.unvalued(),
                portfolio.holdings().stream().map(PropertyView::of).toList(),
                portfolio.mergedInto());
    }
}
