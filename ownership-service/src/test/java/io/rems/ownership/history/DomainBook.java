package io.rems.ownership.history;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.rems.ownership.ownership.domain.Assignment;
import io.rems.ownership.ownership.domain.Holder;
import io.rems.ownership.ownership.domain.HoldingType;
import io.rems.ownership.ownership.domain.Holdings;
import io.rems.ownership.ownership.domain.OwnershipEvent;
import io.rems.ownership.ownership.domain.OwnershipPeriod;
import io.rems.ownership.ownership.domain.OwnershipTimeline;
import io.rems.ownership.ownership.domain.PeriodId;
import io.rems.ownership.ownership.domain.Table;
import io.rems.ownership.ownership.domain.Terms;
import io.rems.ownership.ownership.domain.Terms.Acquisition;
import io.rems.ownership.ownership.domain.Validity;
import io.rems.ownership.transfer.domain.Handover;
import io.rems.ownership.transfer.domain.Transfer;
import io.rems.platform.Outcome;
import io.rems.platform.Outcome.Accepted;
import io.rems.platform.Outcome.Refused;
import io.rems.platform.Share;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/** The domain alone; revisions are kept as the database keeps them, from what events say and nothing else. */
final class DomainBook implements Book {

    private static final Terms TERMS = new Terms(Acquisition.OTHER, false, null, null);

    private record Kept(
            OwnershipPeriod period, int recorded, @Nullable Integer superseded) {}

    private OwnershipTimeline timeline = new OwnershipTimeline(List.of());
    private final List<Kept> kept = new ArrayList<>();
    private final List<Transfer> transfers = new ArrayList<>();
    private int steps;

    @Override
    public List<Held> periods() {
        return timeline.periods().stream().map(DomainBook::held).toList();
    }

    @Override
    public Answer ask(Step step) {
        return switch (step) {
            case Step.Transfer transfer ->
                handOver(DomainTransfers.handover(transfer).forth(timeline, DomainTransfers::given), transfer.from());
            case Step.Inherit inherit ->
                DomainTransfers.handover(inherit, timeline)
                        .map(handover -> handOver(handover.forth(timeline, DomainTransfers::given), inherit.from()))
                        .orElse(Answer.REFUSED);
            case Step.Reverse(var which, var from) -> takeBack(which, from);
            default -> change(outcome(step));
        };
    }

    private Answer change(Outcome<OwnershipTimeline, OwnershipEvent> outcome) {
        return switch (outcome) {
            case Accepted(var next, var events) -> {
                steps++;
                events.forEach(this::keep);
                timeline = next;
                yield Answer.ACCEPTED;
            }
            case Refused(var refusal) -> refusal.code().equals("SHARE_TOO_FINE") ? Answer.TOO_FINE : Answer.REFUSED;
        };
    }

    /** As the service does it: what is written of it is what the timeline makes of the event. */
    private Answer handOver(Outcome<Handover, OwnershipEvent> outcome, int from) {
        return switch (outcome) {
            case Accepted(var found, var events) -> {
                transfers.add(DomainTransfers.executed(found, from));
                yield change(timeline.replaced(events.getFirst()));
            }
            case Refused(var refusal) -> change(Outcome.refused(refusal));
        };
    }

    private Answer takeBack(int which, int from) {
        var transfer = transfers.get(which);
        return switch (transfer.handBack(Held.date(from))) {
            case Accepted(var back, var _) -> {
                var answer = handOver(back.back(timeline, DomainTransfers::given), from);
                if (answer == Answer.ACCEPTED) {
                    transfers.set(which, DomainTransfers.reversed(transfer, from));
                }
                yield answer;
            }
            case Refused(var refusal) -> change(Outcome.refused(refusal));
        };
    }

    @Override
    public IntFunction<Map<String, String>> knownAfter(int moment) {
        var known = new OwnershipTimeline(kept.stream()
                .filter(row -> row.recorded <= moment && (row.superseded == null || row.superseded > moment))
                .map(Kept::period)
                .toList());
        return day -> shares(known.on(Held.date(day)));
    }

    private Outcome<OwnershipTimeline, OwnershipEvent> outcome(Step step) {
        return switch (step) {
            case Step.Add(var period) -> timeline.add(period(period));
            case Step.End(var period, var day) -> timeline.end(find(period), Held.date(day));
            case Step.Correct(var wrong, var right) -> {
                var found = find(wrong);
                var wanted = period(right);
                yield timeline.correct(
                        found,
                        found.revised(
                                wanted.holder(), wanted.type(), wanted.share(), wanted.validity(), wanted.terms()),
                        "Wrong");
            }
            case Step.Annul(var period) -> timeline.annul(find(period), "Never");
            case Step.Assign(var from, var until, var shares) ->
                timeline.assign(new Table(
                        days(from, until),
                        shares.entrySet().stream()
                                .map(line -> line(line.getKey(), line.getValue()))
                                .toList(),
                        "Agreed"));
            case Step.Transfer _, Step.Inherit _, Step.Reverse _ ->
                throw new IllegalArgumentException("Not a change of periods: " + step);
        };
    }

    private void keep(OwnershipEvent event) {
        kept.replaceAll(row -> row.superseded == null && event.superseded().contains(row.period)
                ? new Kept(row.period, row.recorded, steps)
                : row);
        event.recorded().forEach(period -> kept.add(new Kept(period, steps, null)));
    }

    private OwnershipPeriod find(Held period) {
        return timeline.periods().stream()
                .filter(found -> held(found).equals(period))
                .findFirst()
                .orElseThrow();
    }

    private static Map<String, String> shares(Holdings holdings) {
        var shares = new TreeMap<String, String>();
        holdings.byHolder().forEach((holder, share) -> shares.put(holder.name(), share.toString()));
        if (!holdings.complete()) {
            shares.put(Oracle.FIRM, holdings.firmDefault().toString());
        }
        return shares;
    }

    private static Held held(OwnershipPeriod period) {
        var to = period.validity().to();
        return new Held(
                period.holder().name(),
                period.share().toString(),
                Held.day(period.validity().from()),
                to == null ? null : Held.day(to));
    }

    private static OwnershipPeriod period(Held held) {
        return OwnershipPeriod.begun(
                PeriodId.next(),
                holder(held.owner()),
                HoldingType.INDIVIDUAL,
                Share.parse(held.share()),
                days(held.from(), held.to()),
                TERMS);
    }

    private static Assignment line(String owner, String share) {
        return new Assignment(holder(owner), HoldingType.INDIVIDUAL, Share.parse(share), null, null, null, null, null);
    }

    static Validity days(int from, @Nullable Integer to) {
        return new Validity(Held.date(from), to == null ? null : Held.date(to));
    }

    static Holder holder(String name) {
        return new Holder(UUID.nameUUIDFromBytes(name.getBytes(UTF_8)), name);
    }
}
