package io.rems.firm.assignment.domain;

import io.rems.firm.assignment.domain.Assignment.Active;
import io.rems.platform.access.Role;
import java.util.Set;

/**
 * The active administrators of a firm who can sign in. No command may take away the last one, nor the last of those who
 * stay: who may do everything, for good. Only the validity that somebody agreed to, and the operator who disables a
 * user, leave a firm without.
 *
 * @param staying those with all rights and without an end
 */
public record Administrators(Set<AssignmentId> active, Set<AssignmentId> staying) {
    public static final Administrators NONE = new Administrators(Set.of(), Set.of());

    public Administrators {
        active = Set.copyOf(active);
        staying = Set.copyOf(staying);
    }

    boolean lostWith(Assignment after) {
        var only = Set.of(after.id());
        return (active.equals(only) && !administers(after)) || (staying.equals(only) && !stays(after));
    }

    /** Whether anybody who could be missed is concerned at all. */
    public static boolean concern(Assignment assignment) {
        return assignment.terms().position().role() == Role.ADMIN;
    }

    static boolean administers(Assignment assignment) {
        return assignment instanceof Active && concern(assignment);
    }

    static boolean stays(Assignment assignment) {
        var terms = assignment.terms();
        return administers(assignment)
                && terms.position().hasAllRights()
                && terms.validity().isForGood();
    }
}
