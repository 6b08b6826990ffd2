package io.rems.ownership.ownership;

import static java.util.stream.Collectors.groupingBy;

import io.rems.ownership.ownership.domain.Holder;
import io.rems.platform.Money;
import io.rems.platform.Share;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The properties of which an owner holds a share on a day.
 *
 * @param mergedInto the entry under which the owner goes on now, and all that he holds with him
 */
public record Portfolio(
        Holder owner,
        LocalDate day,
        List<Holding> holdings,
        @Nullable UUID mergedInto) {

    /** What the whole property was valued at last, on the portfolio's day or before it. */
    public record Value(Money amount, LocalDate valuedOn, String method) {}

    public record Holding(
            UUID propertyId,
            String code,
            String name,
            String type,
            @Nullable String location,
            Share share,
            boolean primaryContact,
            @Nullable Value value) {

        /** Several periods of one owner count together. */
        public Holding with(Holding other) {
            return new Holding(
                    propertyId,
                    code,
                    name,
                    type,
                    location,
                    share.plus(other.share),
                    primaryContact || other.primaryContact,
                    value);
        }

        /** The owner's part of the value: exact, and rounded once, half up, to the currency's minor unit. */
        public Optional<Money> valueByShare() {
            return Optional.ofNullable(value)
                    .map(whole -> whole.amount()
                            .allocate(List.of(
                                    share.numerator(), share.denominator().subtract(share.numerator())))
                            .getFirst());
        }
    }

    /** How many of them he holds alone. */
    public long whole() {
        return holdings.stream()
                .filter(holding -> holding.share().equals(Share.WHOLE))
                .count();
    }

    /** What his parts are worth, one sum for each currency; what nobody valued is not in it. */
    public List<Money> value() {
        return holdings.stream()
                .flatMap(holding -> holding.valueByShare().stream())
                .collect(groupingBy(Money::currency))
                .values()
                .stream()
                .flatMap(parts -> parts.stream().reduce(Money::plus).stream())
                .sorted(Comparator.comparing(sum -> sum.currency().getCurrencyCode()))
                .toList();
    }

    public long unvalued() {
        return holdings.stream().filter(holding -> holding.value() == null).count();
    }
}
