package io.rems.platform.job;

import io.rems.platform.problem.FieldProblem;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How far a job is. It is only told here; the job's row is written now and then, apart from the work's own transactions,
 * so that it shows progress before they commit and holds no second connection.
 */
public final class Progress {

    private static final int MOST_ERRORS = 1_000;

    private long done;
    private @Nullable Long total;
    private final List<FieldProblem> errors = new ArrayList<>();

    record Snapshot(long done, @Nullable Long total, List<FieldProblem> errors) {}

    public synchronized void total(long items) {
        total = items;
    }

    public synchronized void advance(long items) {
        done += items;
    }

    /** An item that could not be done; {@code field} says which ({@code line 17, amount}). The first thousand are kept. */
    public synchronized void failed(FieldProblem error) {
        if (errors.size() < MOST_ERRORS) {
            errors.add(error);
        }
    }

    synchronized Snapshot snapshot() {
        return new Snapshot(done, total, List.copyOf(errors));
    }
}
