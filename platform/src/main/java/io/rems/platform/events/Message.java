package io.rems.platform.events;

import java.util.Arrays;
import java.util.UUID;

/**
 * An event in its wire form, ready for the outbox.
 *
 * @param type versioned name, such as {@code rems.approval.ApprovalEscalated.v1}
 * @param subject the aggregate that it happened to; events of one subject keep their order
 * @param aggregateVersion version of the aggregate after the event
 * @param data a record that becomes the JSON body; its {@link PublishedEvent} declares the type
 */
public record Message(String type, UUID subject, long aggregateVersion, Object data) {

    /**
     * The event that the record declares with {@link PublishedEvent}.
     *
     * @throws IllegalArgumentException if it declares none, or several, of which one must be named
     */
    public static Message of(UUID subject, long aggregateVersion, Object data) {
        PublishedEvent[] declared = data.getClass().getAnnotationsByType(PublishedEvent.class);
        if (declared.length != 1) {
            throw new IllegalArgumentException(
                    data.getClass().getName() + " declares " + declared.length + " types of event");
        }
        return new Message(declared[0].type(), subject, aggregateVersion, data);
    }

    /** Whether the command that causes it waits for its publication, see {@link PublishedEvent#beforeAnswer()}. */
    boolean isPublishedBeforeAnswer() {
        return Arrays.stream(data.getClass().getAnnotationsByType(PublishedEvent.class))
                .anyMatch(declared -> declared.beforeAnswer() && declared.type().equals(type));
    }
}
