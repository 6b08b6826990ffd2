package io.rems.ownership.snapshot;

import io.rems.platform.Refusal;
import java.util.Map;

/** Another one is on its way, and tells the same. */
record SnapshotRunning(String job) implements Refusal {

    @Override
    public String code() {
        return "SNAPSHOT_RUNNING";
    }

    @Override
    public String detail() {
        return "A snapshot of the firm is being told already: look at /api/v1/jobs/%s, or wait until it is over."
                .formatted(job);
    }

    @Override
    public Map<String, Object> facts() {
        return Map.of("job", job);
    }
}
