package io.rems.firm.assignment.domain;

import io.rems.platform.access.FirmId;

/** What an assignment says, whatever its state: who is what in which firm, and when. */
public record Terms(AssignmentId id, FirmId firm, Position position, Validity validity, long version) {

    Terms next() {
        return next(position, validity);
    }

    Terms next(Position position, Validity validity) {
        return new Terms(id, firm, position, validity, version + 1);
    }
}
