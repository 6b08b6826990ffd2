package io.rems.approval.routing.persistence;

import io.rems.approval.routing.RoutingView.OtherView;
import io.rems.approval.routing.domain.Others.Other;
import io.rems.platform.Money;
import java.time.LocalDate;
import java.util.Currency;
import java.util.UUID;

/** An expense that was added up, as the row of a route keeps it; in the currency of the route. */
record KeptOther(UUID id, LocalDate date, long minor) {

    static KeptOther of(Other other) {
        return new KeptOther(
                other.expense().value(), other.date(), other.amount().minor());
    }

    OtherView view(Currency currency) {
        return new OtherView(id, date, new Money(minor, currency));
    }
}
