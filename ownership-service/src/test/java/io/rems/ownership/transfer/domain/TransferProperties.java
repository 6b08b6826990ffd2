package io.rems.ownership.transfer.domain;

import static org.assertj.core.api.Assertions.assertThat;

import io.rems.ownership.ownership.domain.HoldingType;
import io.rems.ownership.ownership.domain.OwnershipEvent;
import io.rems.ownership.ownership.domain.OwnershipTimeline;
import io.rems.ownership.ownership.domain.Validity;
import io.rems.platform.Outcome;
import io.rems.platform.Outcome.Accepted;
import io.rems.platform.Outcome.Refused;
import io.rems.platform.Share;
import java.math.BigInteger;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import org.jspecify.annotations.Nullable;

/** Random histories against an oracle that knows nothing of periods: for each day, what each holder has. */
class TransferProperties {

    private static final LocalDate START = LocalDate.parse("2026-01-01");
    /** The last one stands for all days that follow. */
    private static final int DAYS = 25;

    private static final String FIRM = "the firm";
    private static final List<String> HOLDERS = List.of(FIRM, "Mona", "Omar", "Sara", "Ali");
    /** Whatever is divided and added up here, it is a whole number of these parts; only inheritance goes below. */
    private static final BigInteger LIMIT = BigInteger.valueOf(1_000_000_000);

    sealed interface Command {
        record Give(
                int giver,
                List<Integer> receivers,
                List<Share> shares,
                int on,
                @Nullable Integer length) implements Command {}

        record Inherit(int giver, List<Share> fractions, int on) implements Command {}

        record TakeBack(int which, int later) implements Command {}
    }

    @Property
    void everyDayIsAsDayByDayArithmeticSays(@ForAll("histories") List<Command> history) {
        var timeline = new OwnershipTimeline(List.of());
        var oracle = new Oracle();
        var done = new ArrayList<Executed>();

        for (var command : history) {
            timeline = switch (command) {
                case Command.Give give -> give(give, timeline, oracle, done);
                case Command.Inherit inherit -> inherit(inherit, timeline, oracle, done);
                case Command.TakeBack back -> takeBack(back, timeline, oracle, done);
            };
            agrees(timeline, oracle);
        }
    }

    /** What the code found, and by how much each day changed. */
    private record Executed(Handover found, List<Move> moves) {}

    private OwnershipTimeline give(Command.Give give, OwnershipTimeline timeline, Oracle oracle, List<Executed> done) {
        var days = days(give.on(), give.length());
        var pieces = new ArrayList<Piece>();
        var moves = new ArrayList<Move>();
        for (int i = 0; i < give.receivers().size(); i++) {
            var receiver = HOLDERS.get(give.receivers().get(i));
            pieces.add(People.received(name(receiver), give.shares().get(i), days));
            moves.add(
                    new Move(HOLDERS.get(give.giver()), receiver, give.shares().get(i), give.on(), last(days)));
        }
        var total = give.shares().stream().reduce(Share.NONE, Share::plus);
        var handover =
                new Handover(List.of(Piece.of(People.party(name(HOLDERS.get(give.giver()))), total, days)), pieces);
        return carryOut(handover.forth(timeline, People::sold), moves, timeline, oracle, done);
    }

    private OwnershipTimeline inherit(
            Command.Inherit inherit, OwnershipTimeline timeline, Oracle oracle, List<Executed> done) {
        var giver = HOLDERS.get(inherit.giver());
        var heirs = new ArrayList<Heir>();
        var others = HOLDERS.stream()
                .filter(name -> !name.equals(FIRM) && !name.equals(giver))
                .toList();
        for (int i = 0; i < inherit.fractions().size(); i++) {
            heirs.add(new Heir(
                    People.holder(others.get(i)),
                    HoldingType.INDIVIDUAL,
                    inherit.fractions().get(i),
                    false));
        }
        var estate = new Inheritance(
                UUID.randomUUID(), People.holder(giver), START.plusDays(inherit.on()), heirs, null, List.of());
        var moves = new ArrayList<Move>();
        for (int day = inherit.on(); day <= DAYS; day++) {
            for (var heir : heirs) {
                var share = oracle.of(giver, day).times(heir.fraction());
                if (!share.isNone()) {
                    moves.add(new Move(giver, heir.holder().name(), share, day, day));
                }
            }
        }
        var handover = estate.of(timeline);
        assertThat(handover.isEmpty()).isEqualTo(moves.isEmpty());
        return handover.map(found -> carryOut(found.forth(timeline, People::sold), moves, timeline, oracle, done))
                .orElse(timeline);
    }

    private OwnershipTimeline takeBack(
            Command.TakeBack back, OwnershipTimeline timeline, Oracle oracle, List<Executed> done) {
        if (done.isEmpty()) {
            return timeline;
        }
        var executed = done.remove(back.which() % done.size());
        var from = Math.min(
                DAYS, executed.moves().stream().mapToInt(Move::first).min().orElseThrow() + back.later());
        var moves = executed.moves().stream()
                .filter(move -> move.last() >= from)
                .map(move -> new Move(move.to(), move.from(), move.share(), Math.max(move.first(), from), move.last()))
                .toList();
        var handover = executed.found().turnedRound(START.plusDays(from));
        assertThat(handover.isEmpty()).isEqualTo(moves.isEmpty());
        return handover.map(found -> carryOut(found.back(timeline, People::sold), moves, timeline, oracle, done))
                .orElse(timeline);
    }

    private OwnershipTimeline carryOut(
            Outcome<Handover, OwnershipEvent> outcome,
            List<Move> moves,
            OwnershipTimeline timeline,
            Oracle oracle,
            List<Executed> done) {
        return switch (outcome) {
            case Accepted(var found, var happened) -> {
                assertThat(oracle.allows(moves)).isTrue();
                oracle.apply(moves);
                done.add(new Executed(found, moves));
                yield ((Accepted<OwnershipTimeline, ?>) timeline.replaced(happened.getFirst())).state();
            }
            case Refused(var refusal) -> {
                if (refusal == TransferRefusal.SHARE_TOO_FINE) {
                    assertThat(oracle.finest(moves)).isGreaterThan(LIMIT.divide(BigInteger.valueOf(DAYS * 100L)));
                } else if (refusal == TransferRefusal.TRANSFER_TO_GIVER) {
                    assertThat(moves)
                            .anyMatch(move -> moves.stream()
                                    .anyMatch(other -> other.from().equals(move.to())));
                } else {
                    assertThat(oracle.allows(moves)).as(refusal.detail()).isFalse();
                }
                yield timeline;
            }
        };
    }

    private static void agrees(OwnershipTimeline timeline, Oracle oracle) {
        for (int day = 0; day <= DAYS; day++) {
            var holdings = timeline.on(START.plusDays(day));
            assertThat(holdings.assigned().plus(holdings.firmDefault())).isEqualTo(Share.WHOLE);
            assertThat(holdings.firmDefault()).as("firm on day %s", day).isEqualTo(oracle.of(FIRM, day));
            var held = holdings.byHolder();
            for (var name : HOLDERS.subList(1, HOLDERS.size())) {
                assertThat(held.getOrDefault(People.holder(name), Share.NONE))
                        .as("%s on day %s", name, day)
                        .isEqualTo(oracle.of(name, day));
            }
        }
    }

    /** A share that goes from one to another on some days. */
    private record Move(String from, String to, Share share, int first, int last) {}

    private static final class Oracle {

        private final List<Map<String, Share>> days = new ArrayList<>();

        Oracle() {
            for (int day = 0; day <= DAYS; day++) {
                days.add(new TreeMap<>(Map.of(FIRM, Share.WHOLE)));
            }
        }

        Share of(String holder, int day) {
            return days.get(day).getOrDefault(holder, Share.NONE);
        }

        boolean allows(List<Move> moves) {
            for (int day = 0; day <= DAYS; day++) {
                for (var holder : HOLDERS) {
                    var asked = Share.NONE;
                    for (var move : moves) {
                        if (move.from().equals(holder) && move.first() <= day && day <= move.last()) {
                            asked = asked.plus(move.share());
                        }
                    }
                    if (asked.isMoreThan(of(holder, day))) {
                        return false;
                    }
                }
            }
            return true;
        }

        void apply(List<Move> moves) {
            for (var move : moves) {
                for (int day = move.first(); day <= move.last(); day++) {
                    days.get(day).put(move.from(), of(move.from(), day).minus(move.share()));
                    days.get(day).put(move.to(), of(move.to(), day).plus(move.share()));
                }
            }
        }

        /** The denominator of the smallest part that has come up. */
        BigInteger finest(List<Move> moves) {
            var finest = BigInteger.ONE;
            for (var move : moves) {
                finest = finest.max(move.share().denominator());
                for (int day = move.first(); day <= move.last(); day++) {
                    finest = finest.max(of(move.from(), day).denominator());
                }
            }
            return finest;
        }
    }

    @Provide
    Arbitrary<List<Command>> histories() {
        return Arbitraries.frequencyOf(Tuple.of(6, gifts()), Tuple.of(1, estates()), Tuple.of(3, backs()))
                .list()
                .ofMaxSize(14);
    }

    private static Arbitrary<Command> gifts() {
        var receivers = Arbitraries.integers()
                .between(0, HOLDERS.size() - 1)
                .set()
                .ofMinSize(1)
                .ofMaxSize(3);
        return Combinators.combine(
                        Arbitraries.frequency(
                                Tuple.of(3, 0), Tuple.of(2, 1), Tuple.of(2, 2), Tuple.of(1, 3), Tuple.of(1, 4)),
                        receivers.map(List::copyOf),
                        Arbitraries.of("1/24", "1/12", "1/8", "1/7", "1/6", "1/4", "1/3", "1/2")
                                .map(Share::parse)
                                .list()
                                .ofSize(3),
                        Arbitraries.integers().between(0, DAYS - 1),
                        Arbitraries.integers().between(1, DAYS).injectNull(0.7))
                .as((giver, to, shares, on, length) ->
                        new Command.Give(giver, to, shares.subList(0, to.size()), on, length == null ? null : length));
    }

    private static Arbitrary<Command> estates() {
        var fractions = Arbitraries.of(
                        List.of("1/8", "7/24", "14/24"),
                        List.of("1/6", "5/6"),
                        List.of("1/1"),
                        List.of("1/2", "1/3", "1/6"))
                .map(written -> written.stream().map(Share::parse).toList());
        return Combinators.combine(
                        Arbitraries.integers().between(1, HOLDERS.size() - 1),
                        fractions,
                        Arbitraries.integers().between(0, DAYS - 1))
                .as(Command.Inherit::new);
    }

    private static Arbitrary<Command> backs() {
        return Combinators.combine(
                        Arbitraries.integers().between(0, 100),
                        Arbitraries.integers().between(0, 8))
                .as(Command.TakeBack::new);
    }

    private static @Nullable String name(String holder) {
        return holder.equals(FIRM) ? null : holder;
    }

    private static Validity days(int on, @Nullable Integer length) {
        var to = length == null || on + length > DAYS ? null : START.plusDays((long) on + length);
        return new Validity(START.plusDays(on), to);
    }

    private static int last(Validity days) {
        return days.to() == null ? DAYS : (int) START.until(days.to(), ChronoUnit.DAYS) - 1;
    }
}
