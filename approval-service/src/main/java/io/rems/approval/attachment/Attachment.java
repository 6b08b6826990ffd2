package io.rems.approval.attachment;

import java.time.Instant;
import java.util.UUID;

/**
 * A paper of an expense.
 *
 * @param mediaType what its bytes are
 * @param size in bytes
 * @param sha256 of its bytes, in hexadecimal digits
 * @param addedBy the user or service that added it
 */
record Attachment(
        UUID id,
        UUID expenseId,
        AttachmentKind kind,
        String name,
        String mediaType,
        long size,
        String sha256,
        String addedBy,
        Instant addedAt) {}
