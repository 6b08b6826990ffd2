package io.rems.platform.events;

import java.util.UUID;

/**
 * An event in its wire form, ready for the outbox.
 *
 * @param type versioned name, such as {@code rems.approval.ApprovalEscalated.v1}
 * @param subject the aggregate that it happened to; events of one subject keep their order
 * @param aggregateVersion version of the aggregate after the event
 * @param data a record that becomes the JSON body
 */
public record Message(String type, UUID subject, long aggregateVersion, Object data) {}
