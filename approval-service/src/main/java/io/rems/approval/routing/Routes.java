package io.rems.approval.routing;

import io.rems.approval.decision.domain.ExpenseId;
import io.rems.approval.decision.domain.Rule;
import io.rems.approval.ownership.domain.PropertyId;
import io.rems.approval.routing.domain.Claim;
import io.rems.approval.routing.domain.Others;
import io.rems.approval.routing.domain.Route;
import io.rems.approval.routing.domain.SplitWindow;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** How the firm's expenses were routed. */
public interface Routes {

    /** Waits until no other expense of the property is being routed: two at once would not count each other. */
    Mono<Turn> takeTurn(PropertyId property, Instant now);

    /** What else was to be spent, in the claim's currency, on the same vendor for the same property on these days. */
    Mono<Others> others(Claim claim, SplitWindow window);

    Mono<Void> keep(Route route);

    /** What held for the expense when it was submitted, before it was known whether anybody is the primary contact. */
    Mono<Rule> wantedRule(ExpenseId expense);

    /**
     * What is found on taking it.
     *
     * @param propertyName absent until ownership-service has told it
     */
    record Turn(@Nullable String propertyName) {}
}
