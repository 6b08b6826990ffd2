package io.rems.reporting.progress;

import io.rems.platform.events.ReceivedEvent;

/**
 * Where an event stands in the history of its aggregate. A command that appends several events gives them one version,
 * so the step in the aggregate's life breaks the tie.
 */
public record Position(long value) {
    private static final int STEPS = 16;

    public static Position of(ReceivedEvent event, int step) {
        if (step < 1 || step >= STEPS) {
            throw new IllegalArgumentException("Not a step: " + step);
        }
        return new Position(Math.addExact(Math.multiplyExact(event.aggregateVersion(), STEPS), step));
    }
}
