package io.rems.approval.routing.persistence;

import io.rems.approval.routing.RoutingView.LimitView;
import io.rems.approval.routing.domain.Limit;
import io.rems.approval.routing.domain.Origin;
import io.rems.platform.Money;
import java.util.Currency;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A limit that was looked at, as the row of a route keeps it. */
record KeptLimit(Origin origin, @Nullable UUID id, long minor, String currency, boolean counts) {

    static KeptLimit of(Limit limit, Limit counting) {
        var amount = limit.amount();
        return new KeptLimit(
                limit.origin(),
                limit.of(),
                amount.minor(),
                amount.currency().getCurrencyCode(),
                limit.equals(counting));
    }

    LimitView view() {
        return new LimitView(origin, id, new Money(minor, Currency.getInstance(currency)), counts);
    }
}
