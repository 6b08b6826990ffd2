package io.rems.firm.assignment.domain;

import static org.assertj.core.api.Assertions.assertThat;

import io.rems.firm.assignment.domain.Assignment.Active;
import io.rems.firm.assignment.domain.Assignment.Scheduled;
import io.rems.firm.assignment.domain.UserAssignments.On;
import io.rems.platform.Outcome;
import io.rems.platform.Outcome.Accepted;
import io.rems.platform.access.AccessLevel;
import io.rems.platform.access.FirmId;
import io.rems.platform.access.Role;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Whatever is commanded, in whatever order, by whomever: in several firms, of several users, while time passes. */
class UserAssignmentsProperties {
    private static final int USERS = 3;
    private static final int FIRMS = 3;
    private static final Duration STEP = Duration.ofHours(1);

    enum Kind {
        GRANT,
        CHANGE,
        SUSPEND,
        RESUME,
        END,
        CHOOSE_PRIMARY,
        PASS_TIME
    }

    /** @param from and {@code hours} in steps from now; no hours: for good */
    record Command(Kind kind, int user, int firm, boolean admin, int from, int hours, int later) {}

    @Property(tries = 1000)
    void promisesHoldAfterEveryCommand(@ForAll("commands") List<Command> commands) {
        var world = new World();
        for (var command : commands) {
            var stayedBefore = world.firmsWithAnAdministratorWhoStays();

            world.carryOut(command);

            world.users.forEach(UserAssignmentsProperties::onePrimaryFirmIfActiveAnywhere);
            world.users.forEach(UserAssignmentsProperties::onceInEachFirmAtATime);
            assertThat(world.firmsWithAnAdministratorWhoStays())
                    .as("after %s", command)
                    .containsAll(stayedBefore);
        }
    }

    @Property(tries = 300)
    void timeIsPassedOnce(@ForAll("commands") List<Command> commands) {
        var world = new World();
        commands.forEach(world::carryOut);
        var end = world.now.plus(STEP.multipliedBy(100));

        for (var user : world.users) {
            var passed = ((Accepted<UserAssignments, AssignmentEvent>) user.passTime(end)).state();

            assertThat(passed.current()).noneMatch(one -> one instanceof Scheduled);
            assertThat(passed.passTime(end)).isEqualTo(Outcome.accepted(passed));
        }
    }

    @Provide
    Arbitrary<List<Command>> commands() {
        return Combinators.combine(
                        Arbitraries.of(Kind.class),
                        Arbitraries.integers().between(0, USERS - 1),
                        Arbitraries.integers().between(0, FIRMS - 1),
                        Arbitraries.of(true, true, false),
                        Arbitraries.integers().between(-2, 3),
                        Arbitraries.integers().between(0, 4),
                        Arbitraries.integers().between(0, 2))
                .as(Command::new)
                .list()
                .ofMaxSize(40);
    }

    private static void onePrimaryFirmIfActiveAnywhere(UserAssignments user) {
        var active = user.current().stream()
                .filter(Active.class::isInstance)
                .map(Assignment::firm)
                .collect(Collectors.toSet());
        assertThat(user.primary() == null ? Set.of() : Set.of(user.primary()))
                .hasSize(active.isEmpty() ? 0 : 1)
                .isSubsetOf(active);
    }

    private static void onceInEachFirmAtATime(UserAssignments user) {
        assertThat(user.current().stream()
                        .filter(one -> !(one instanceof Scheduled))
                        .map(Assignment::firm))
                .doesNotHaveDuplicates();
    }

    private static final class World {
        private final List<UserAssignments> users = new ArrayList<>();
        private Instant now = Instant.parse("2026-11-23T12:00:00Z");
        private long ids;

        World() {
            IntStream.range(0, USERS)
                    .mapToObj(i -> new Holder(new UUID(1, i), "User " + i, i + "@firm.example", 1))
                    .forEach(holder -> users.add(new UserAssignments(holder, List.of(), null)));
        }

        void carryOut(Command command) {
            now = now.plus(STEP.multipliedBy(command.later()));
            var outcome = outcome(command, users.get(command.user()));
            if (outcome instanceof Accepted(var next, var _)) {
                users.set(command.user(), next);
            }
        }

        private Outcome<UserAssignments, AssignmentEvent> outcome(Command command, UserAssignments user) {
            var firm = new FirmId(new UUID(0, command.firm()));
            var one =
                    new On(firm, user.in(firm).map(Assignment::id).orElse(new AssignmentId(new UUID(9, 9))), "because");
            var from = now.plus(STEP.multipliedBy(command.from()));
            var until = command.hours() == 0 ? null : from.plus(STEP.multipliedBy(command.hours()));
            return switch (command.kind()) {
                case GRANT ->
                    user.grant(
                            firm,
                            new Grant(
                                    new AssignmentId(new UUID(2, ids++)),
                                    position(command),
                                    from,
                                    until,
                                    command.admin(),
                                    null),
                            now);
                case CHANGE -> {
                    var start = user.find(one.id())
                            .map(found -> found.terms().validity().from())
                            .orElse(from);
                    yield user.change(
                            one,
                            position(command),
                            new Validity(start, until != null && until.isAfter(start) ? until : null),
                            administrators(firm),
                            now);
                }
                case SUSPEND -> user.suspend(one, administrators(firm), now);
                case RESUME -> user.resume(one, now);
                case END -> user.end(one, administrators(firm), now);
                case CHOOSE_PRIMARY -> user.choosePrimary(firm, now);
                case PASS_TIME -> user.passTime(now);
            };
        }

        private static Position position(Command command) {
            return new Position(command.admin() ? Role.ADMIN : Role.STAFF, AccessLevel.FULL, null, null);
        }

        /** As the database tells them: by the time, not by what the timer has done already. */
        private Administrators administrators(FirmId firm) {
            return new Administrators(ids(firm, Administrators::administers), ids(firm, Administrators::stays));
        }

        private Set<AssignmentId> ids(FirmId firm, Predicate<Assignment> wanted) {
            return all().filter(one -> one.firm().equals(firm))
                    .filter(wanted)
                    .filter(one -> !one.terms().validity().isOver(now))
                    .map(Assignment::id)
                    .collect(Collectors.toSet());
        }

        private Set<FirmId> firmsWithAnAdministratorWhoStays() {
            return all().filter(Administrators::stays)
                    .map(Assignment::firm)
                    .collect(Collectors.toCollection(HashSet::new));
        }

        private Stream<Assignment> all() {
            return users.stream().flatMap(user -> user.current().stream());
        }
    }
}
