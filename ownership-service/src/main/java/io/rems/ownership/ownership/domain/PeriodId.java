package io.rems.ownership.ownership.domain;

import java.util.UUID;

/** Names an ownership period through all its revisions. */
public record PeriodId(UUID value) {}
