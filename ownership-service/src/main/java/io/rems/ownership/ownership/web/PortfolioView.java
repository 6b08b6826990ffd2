package io.rems.ownership.ownership.web;

import io.rems.ownership.ownership.Portfolio;
import io.rems.ownership.ownership.Portfolio.Holding;
import io.rems.platform.Share;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What an owner holds on a day, and how much of it he holds alone. */
record PortfolioView(
        UUID ownerId, String name, LocalDate asOf, long whole, long partial, List<PropertyView> properties) {

    record PropertyView(
            UUID propertyId,
            String code,
            String name,
            String type,
            @Nullable String location,
            Share share,
            boolean primaryContact) {

        static PropertyView of(Holding holding) {
            return new PropertyView(
                    holding.propertyId(),
                    holding.code(),
                    holding.name(),
                    holding.type(),
                    holding.location(),
                    holding.share(),
                    holding.primaryContact());
        }
    }

    static PortfolioView of(Portfolio portfolio) {
        return new PortfolioView(
                portfolio.owner().ownerId(),
                portfolio.owner().name(),
                portfolio.day(),
                portfolio.whole(),
                portfolio.holdings().size() - portfolio.whole(),
                portfolio.holdings().stream().map(PropertyView::of).toList());
    }
}
