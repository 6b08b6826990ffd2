package io.rems.ownership.ownership.domain;

import static java.util.stream.Collectors.joining;

import io.rems.platform.Refusal;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The shares would add up to more than the whole: tells the days, the excess and the holders. */
public record OwnershipExceeded(List<Excess> excesses) implements Refusal {

    @Override
    public String code() {
        return "OWNERSHIP_EXCEEDED";
    }

    @Override
    public String detail() {
        var first = excesses.getFirst();
        var until = excesses.getLast().days().to();
        return "%s the shares would add up to %s (%s %%), %s too much: %s. Give a smaller share or end another one first."
                .formatted(
                        span(first.days().from(), until),
                        worst().total(),
                        worst().total().percent(),
                        worst().by(),
                        worst().periods().stream()
                                .map(period -> period.holder().name() + " " + period.share())
                                .collect(joining(", ")));
    }

    @Override
    public Map<String, Object> facts() {
        return Map.of(
                "excess",
                worst().by().toString(),
                "days",
                excesses.stream().map(OwnershipExceeded::days).toList(),
                "holders",
                holders(worst()));
    }

    private Excess worst() {
        return excesses.stream().max(Comparator.comparing(Excess::total)).orElseThrow();
    }

    private static String span(LocalDate from, @Nullable LocalDate until) {
        return until == null ? "From " + from + " on," : "Between " + from + " and " + until.minusDays(1) + ",";
    }

    private static Map<String, Object> days(Excess excess) {
        var days = new LinkedHashMap<String, Object>();
        days.put("from", excess.days().from());
        if (excess.days().to() instanceof LocalDate to) {
            days.put("to", to);
        }
        days.put("total", excess.total().toString());
        days.put("excess", excess.by().toString());
        days.put("holders", holders(excess));
        return days;
    }

    private static List<Map<String, Object>> holders(Excess excess) {
        return excess.periods().stream()
                .map(period -> Map.<String, Object>of(
                        "ownerId", period.holder().ownerId(),
                        "name", period.holder().name(),
                        "share", period.share().toString()))
                .toList();
    }
}
