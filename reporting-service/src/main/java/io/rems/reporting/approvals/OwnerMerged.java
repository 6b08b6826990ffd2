package io.rems.reporting.approvals;

import java.util.UUID;

/** What is used of {@code rems.ownership.OwnerMerged.v1}. */
public record OwnerMerged(UUID intoOwnerId) {}
