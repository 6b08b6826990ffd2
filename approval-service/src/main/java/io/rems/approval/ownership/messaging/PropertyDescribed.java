package io.rems.approval.ownership.messaging;

import java.util.UUID;

/** What we use of {@code PropertyAdded} and {@code PropertyChanged}. */
record PropertyDescribed(UUID propertyId, String code, String name) {}
