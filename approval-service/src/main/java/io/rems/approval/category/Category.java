package io.rems.approval.category;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What expenses are for, in the firm's own tree. */
record Category(
        UUID id,
        String code,
        String name,
        @Nullable String description,
        @Nullable UUID parentId) {}
