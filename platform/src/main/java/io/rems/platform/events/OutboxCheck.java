package io.rems.platform.events;

/**
 * Holds what goes into the outbox against the published contract. Tests bring one, so that an event which integrators
 * could not know of or read fails the test that publishes it; a running service has none.
 */
@FunctionalInterface
public interface OutboxCheck {
    /** @throws RuntimeException if the message is not as it was published; it says what to do */
    void check(Message message, String json);
}
