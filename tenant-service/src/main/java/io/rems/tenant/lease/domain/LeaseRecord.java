package io.rems.tenant.lease.domain;

import io.rems.platform.Outcome;
import io.rems.platform.Outcome.Accepted;
import io.rems.platform.Outcome.Refused;
import java.time.LocalDate;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A lease as the books have it. A firm brings leases that began, and ended, before REMS knew them; their past is
 * played through the same rules, so that others hear of it as if they had been there.
 *
 * @param terminatedOn the contract's last day if the books do not say
 */
public record LeaseRecord(
        LeaseTerms terms,
        LeaseState state,
        @Nullable LocalDate terminatedOn,
        @Nullable String reason) {

    private static final String UNTOLD = "Recorded without a reason";

    public Outcome<Lease, LeaseEvent> replayed(LocalDate today) {
        var draft = Lease.draft(terms);
        return switch (state) {
            case DRAFT -> draft;
            case ACTIVE -> then(draft, Lease::activate);
            case ENDED -> then(then(draft, Lease::activate), lease -> lease.end(today));
            case TERMINATED -> then(then(draft, Lease::activate), this::terminated);
        };
    }

    private Outcome<Lease, LeaseEvent> terminated(Lease lease) {
        return lease.terminate(
                terminatedOn == null ? terms.period().to() : terminatedOn, reason == null ? UNTOLD : reason);
    }

    private static Outcome<Lease, LeaseEvent> then(
            Outcome<Lease, LeaseEvent> before, Function<Lease, Outcome<Lease, LeaseEvent>> step) {
        return switch (before) {
            case Refused<Lease, LeaseEvent> refused -> refused;
            case Accepted<Lease, LeaseEvent>(var lease, var events) ->
                switch (step.apply(lease)) {
                    case Refused<Lease, LeaseEvent> refused -> refused;
                    case Accepted<Lease, LeaseEvent>(var next, var more) ->
                        new Accepted<>(
                                next,
                                Stream.concat(events.stream(), more.stream()).toList());
                };
        };
    }
}
