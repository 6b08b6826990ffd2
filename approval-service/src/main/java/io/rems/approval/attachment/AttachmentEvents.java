package io.rems.approval.attachment;

import io.rems.platform.events.Message;
import io.rems.platform.events.PublishedEvent;
import java.util.UUID;

/** The public forms of what happens to attachments; their bytes are fetched over HTTP. */
final class AttachmentEvents {

    @PublishedEvent(
            type = "rems.approval.AttachmentAdded.v1",
            subject = "attachment",
            description = "An expense has another quote, bill or other paper.")
    record AttachmentAdded(
            UUID attachmentId,
            UUID expenseId,
            AttachmentKind kind,
            String name,
            String mediaType,
            long size,
            String sha256) {}

    @PublishedEvent(
            type = "rems.approval.AttachmentRemoved.v1",
            subject = "attachment",
            description = "A paper was taken away from a draft.")
    record AttachmentRemoved(UUID attachmentId, UUID expenseId, String name, String sha256) {}

    private AttachmentEvents() {}

    static Message added(Attachment attachment) {
        return Message.of(
                attachment.id(),
                1,
                new AttachmentAdded(
                        attachment.id(),
                        attachment.expenseId(),
                        attachment.kind(),
                        attachment.name(),
                        attachment.mediaType(),
                        attachment.size(),
                        attachment.sha256()));
    }

    static Message removed(Attachment attachment) {
        return Message.of(
                attachment.id(),
                2,
                new AttachmentRemoved(attachment.id(), attachment.expenseId(), attachment.name(), attachment.sha256()));
    }
}
