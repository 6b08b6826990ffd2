package io.rems.approval.decision.web;

import io.rems.approval.ownership.domain.OwnerId;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** For whom somebody wants to be heard: nothing named is everybody for whom he may. */
final class SpokenFor {

    static final int MOST = 100;

    private SpokenFor() {}

    static @Nullable Set<OwnerId> of(@Nullable List<UUID> owners) {
        return owners == null ? null : owners.stream().map(OwnerId::new).collect(Collectors.toUnmodifiableSet());
    }
}
