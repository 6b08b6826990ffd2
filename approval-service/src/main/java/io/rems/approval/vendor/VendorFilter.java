package io.rems.approval.vendor;

import org.jspecify.annotations.Nullable;

/** What the list of vendors is narrowed to; null is not asked for. */
record VendorFilter(
        @Nullable VendorStatus status,
        @Nullable String type,
        @Nullable String speciality,
        @Nullable Boolean emergencyAvailable) {}
