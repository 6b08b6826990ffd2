package io.rems.approval.vendor;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A person or company whom expenses are paid to. */
record Vendor(
        UUID id,
        String name,
        @Nullable String type,
        @Nullable String phone,
        @Nullable String email,
        @Nullable String speciality,
        boolean emergencyAvailable) {}
