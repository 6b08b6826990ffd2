package io.rems.ownership.owner;

import java.time.Instant;
import java.util.UUID;

/** That an entry for an owner is no longer used, and under which one he goes on. */
record Merger(UUID ownerId, UUID intoOwnerId, Instant mergedAt) {}
