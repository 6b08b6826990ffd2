package io.rems.approval.ownership.messaging;

import java.util.UUID;

/** What we use of {@code PropertyRegistered} and {@code PropertyChanged}. */
record PropertyDescribed(UUID propertyId, String code, String name) {}
