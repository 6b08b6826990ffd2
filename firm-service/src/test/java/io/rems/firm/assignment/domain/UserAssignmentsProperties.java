package io.rems.firm.assignment.domain;

import static org.assertj.core.api.Assertions.assertThat;

import io.rems.platform.Outcome;
import io.rems.platform.Outcome.Accepted;
import io.rems.platform.access.AccessLevel;
import io.rems.platform.access.FirmId;
import io.rems.platform.access.Role;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Predicate;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.jspecify.annotations.Nullable;

class UserAssignmentsProperties {
    private static final Position STAFF = new Position(Role.STAFF, AccessLevel.STANDARD, null, null);
    private static final Holder HOLDER = new Holder(new UUID(1, 1), "Noor", "noor@firm.example", 1);

    @Property(tries = 300)
    void primaryFirmIsOneOfTheActiveWhateverHappens(
            @ForAll @Size(max = 30) List<@IntRange(max = 15) Integer> commands) {
        var state = new UserAssignments(HOLDER, List.of(), null);

        for (int command : commands) {
            state = after(state, command);

            assertThat(state.active().stream().map(Assignment::firm)).doesNotHaveDuplicates();
            assertThat(state.active().stream().anyMatch(inFirm(state.primary())))
                    .isEqualTo(!state.active().isEmpty());
        }
    }

    private static Predicate<Assignment> inFirm(@Nullable FirmId firm) {
        return assignment -> Objects.equals(assignment.firm(), firm);
    }

    private static UserAssignments after(UserAssignments state, int command) {
        var firm = new FirmId(new UUID(0, command % 4));
        var id = new AssignmentId(firm.value());
        Outcome<UserAssignments, AssignmentEvent> outcome = switch (command / 4) {
            case 0 -> state.grant(id, firm, STAFF, true, Instant.EPOCH);
            case 1 -> state.grant(id, firm, STAFF, false, Instant.EPOCH);
            case 2 -> state.end(firm, id, Instant.EPOCH);
            default -> state.choosePrimary(firm);
        };
        return outcome instanceof Accepted(var next, var _) ? next : state;
    }
}
