package io.rems.firm.assignment.domain;

import io.rems.platform.access.FirmId;
import org.jspecify.annotations.Nullable;

/**
 * What an assignment says, whatever its state: who is what in which firm, and when.
 *
 * @param introduction absent once he has come
 */
public record Terms(
        AssignmentId id,
        FirmId firm,
        Position position,
        Validity validity,
        @Nullable Introduction introduction,
        long version) {

    public boolean isAccepted() {
        return introduction == null;
    }

    Terms next() {
        return next(position, validity);
    }

    Terms next(Position position, Validity validity) {
        return new Terms(id, firm, position, validity, introduction, version + 1);
    }

    Terms introduced() {
        return new Terms(id, firm, position, validity, null, version + 1);
    }
}
