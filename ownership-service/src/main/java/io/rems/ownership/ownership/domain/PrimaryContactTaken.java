package io.rems.ownership.ownership.domain;

import static java.util.stream.Collectors.joining;

import io.rems.platform.Refusal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** On a day there is one primary contact at most: tells from which day on there would be two, and who. */
public record PrimaryContactTaken(LocalDate from, List<Holder> holders) implements Refusal {

    static PrimaryContactTaken during(Interval days) {
        return new PrimaryContactTaken(
                Objects.requireNonNull(days.from(), "Nobody holds anything before the first day"),
                List.copyOf(days.holdings().byHolder().keySet()));
    }

    @Override
    public String code() {
        return "PRIMARY_CONTACT_TAKEN";
    }

    @Override
    public String detail() {
        return "From %s on there would be more than one primary contact: %s. Choose one of them."
                .formatted(from, holders.stream().map(Holder::name).collect(joining(", ")));
    }

    @Override
    public Map<String, Object> facts() {
        return Map.of(
                "from",
                from,
                "holders",
                holders.stream()
                        .map(holder -> Map.<String, Object>of("ownerId", holder.ownerId(), "name", holder.name()))
                        .toList());
    }
}
