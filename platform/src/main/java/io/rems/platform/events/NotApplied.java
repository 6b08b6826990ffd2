package io.rems.platform.events;

import java.io.Serial;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.springframework.kafka.listener.BatchListenerFailedException;

/**
 * Tells the error handler which event could not be applied. The handler begins to count tries anew when the class of the
 * failure changes, hence a class for each kind: an event that met an outage is tried as often as any other afterwards.
 */
abstract sealed class NotApplied extends BatchListenerFailedException {
    @Serial
    private static final long serialVersionUID = 1;

    private NotApplied(ConsumerRecord<String, byte[]> message, RuntimeException error) {
        super(String.valueOf(error.getMessage()), error, message);
    }

    static NotApplied of(ConsumerRecord<String, byte[]> message, RuntimeException error) {
        return Failures.willPass(error) ? new ForNow(message, error) : new AsItIs(message, error);
    }

    private static final class ForNow extends NotApplied {
        @Serial
        private static final long serialVersionUID = 1;

        private ForNow(ConsumerRecord<String, byte[]> message, RuntimeException error) {
            super(message, error);
        }
    }

    private static final class AsItIs extends NotApplied {
        @Serial
        private static final long serialVersionUID = 1;

        private AsItIs(ConsumerRecord<String, byte[]> message, RuntimeException error) {
            super(message, error);
        }
    }
}
