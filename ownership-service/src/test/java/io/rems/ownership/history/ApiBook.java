package io.rems.ownership.history;

import static java.util.stream.Collectors.toMap;

import io.rems.ownership.Estate;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;

/** A property of a firm, as its accountant writes and reads it. */
final class ApiBook implements Book {

    record Periods(List<Period> items) {}

    record Period(
            UUID id,
            String ownerName,
            Written share,
            LocalDate from,
            @Nullable LocalDate to,
            long version) {}

    record Written(String fraction) {}

    record Timeline(List<Interval> intervals) {}

    record Interval(@Nullable LocalDate from, @Nullable LocalDate to, List<Holder> holders) {}

    record Holder(String type, @Nullable String name, Written share) {}

    private final Estate estate;
    private final Map<String, UUID> owners;
    private final UUID property;
    private final ApiTransfers transfers;
    private final List<Instant> moments = new ArrayList<>();

    /** A property of owners who hold no other. */
    ApiBook(Estate estate, String code) {
        this.estate = estate;
        this.owners = Draw.OWNERS.stream().collect(toMap(Function.identity(), estate::owner));
        this.property = estate.property(code);
        this.transfers = new ApiTransfers(estate, property, owners);
        settle();
    }

    @Override
    public List<Held> periods() {
        return read().stream().map(ApiBook::held).toList();
    }

    @Override
    public Answer ask(Step step) {
        var answer = send(step).expectBody(String.class).returnResult();
        var said = Objects.requireNonNullElse(answer.getResponseBody(), "");
        if (answer.getStatus().value() == 409) {
            return said.contains("SHARE_TOO_FINE") ? Answer.TOO_FINE : Answer.REFUSED;
        }
        if (!answer.getStatus().is2xxSuccessful()) {
            throw new AssertionError(step + " was answered with " + said);
        }
        transfers.done(step, said);
        settle();
        return Answer.ACCEPTED;
    }

    @Override
    public IntFunction<Map<String, String>> knownAfter(int steps) {
        var timeline = Objects.requireNonNull(estate.accountant()
                .get("/api/v1/properties/{id}/ownership/timeline?knownAt={at}", property, moments.get(steps))
                .expectStatus()
                .isOk()
                .expectBody(Timeline.class)
                .returnResult()
                .getResponseBody());
        return day -> shares(timeline, Held.date(day));
    }

    private void settle() {
        moments.add(Instant.now().truncatedTo(ChronoUnit.MICROS));
    }

    private ResponseSpec send(Step step) {
        return switch (step) {
            case Step.Add(var period) ->
                estate.give(property, owner(period.owner()), period.share(), date(period.from()), end(period.to()));
            case Step.End(var period, var day) -> {
                var found = find(period);
                yield estate.end(property, found.id(), found.version(), date(day));
            }
            case Step.Correct(var wrong, var right) -> {
                var found = find(wrong);
                yield estate.correct(property, found.id(), found.version(), body(right));
            }
            case Step.Annul(var period) -> {
                var found = find(period);
                yield estate.annul(property, found.id(), found.version());
            }
            case Step.Assign(var from, var until, var shares) ->
                estate.assign(property, version(), date(from), end(until), lines(shares));
            case Step.Transfer transfer -> transfers.send(transfer);
            case Step.Inherit inherit -> transfers.send(inherit);
            case Step.Reverse reverse -> transfers.send(reverse);
        };
    }

    private Map<String, Object> body(Held right) {
        var body = new TreeMap<String, Object>(Map.of(
                "ownerId",
                owner(right.owner()),
                "share",
                right.share(),
                "from",
                date(right.from()),
                "reason",
                "Wrong"));
        if (right.to() != null) {
            body.put("to", date(right.to()));
        }
        return body;
    }

    private Object[] lines(Map<String, String> shares) {
        return shares.entrySet().stream()
                .flatMap(line -> List.<Object>of(owner(line.getKey()), line.getValue()).stream())
                .toArray();
    }

    private long version() {
        var tag = estate.accountant()
                .get("/api/v1/properties/{id}/ownership", property)
                .returnResult(String.class)
                .getResponseHeaders()
                .getETag();
        return Long.parseLong(Objects.requireNonNull(tag).replace("\"", ""));
    }

    private Period find(Held period) {
        return read().stream()
                .filter(found -> held(found).equals(period))
                .findFirst()
                .orElseThrow();
    }

    private List<Period> read() {
        return Objects.requireNonNull(estate.accountant()
                        .get("/api/v1/properties/{id}/ownership-periods", property)
                        .expectStatus()
                        .isOk()
                        .expectBody(Periods.class)
                        .returnResult()
                        .getResponseBody())
                .items();
    }

    private UUID owner(String name) {
        return Objects.requireNonNull(owners.get(name));
    }

    private static Held held(Period period) {
        return new Held(
                period.ownerName(),
                period.share().fraction(),
                Held.day(period.from()),
                period.to() == null ? null : Held.day(period.to()));
    }

    private static Map<String, String> shares(Timeline timeline, LocalDate day) {
        var interval = timeline.intervals().stream()
                .filter(found -> found.from() == null || !found.from().isAfter(day))
                .filter(found -> found.to() == null || found.to().isAfter(day))
                .toList();
        if (interval.size() != 1) {
            throw new AssertionError("No day lies in " + interval.size() + " intervals: " + day);
        }
        var shares = new TreeMap<String, String>();
        interval.getFirst()
                .holders()
                .forEach(holder -> shares.merge(
                        holder.name() == null ? holder.type() : holder.name(),
                        holder.share().fraction(),
                        (one, other) ->
                                Fraction.of(one).plus(Fraction.of(other)).toString()));
        return shares;
    }

    private static String date(int day) {
        return Held.date(day).toString();
    }

    private static @Nullable String end(@Nullable Integer day) {
        return day == null ? null : date(day);
    }
}
