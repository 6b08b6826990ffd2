package io.rems.ownership.owner;

import java.util.List;
import java.util.UUID;

/** Owners of the firm who may be one and the same; the first two hundred groups. */
record Duplicates(List<Group> items) {

    /** What two owners have in common. */
    enum Reason {
        IDENTITY,
        EMAIL,
        NAME
    }

    record Group(Reason reason, List<Alike> owners) {}

    record Alike(UUID id, String name) {}
}
