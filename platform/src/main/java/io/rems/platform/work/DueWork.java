package io.rems.platform.work;

import java.time.Duration;
import java.util.List;
import java.util.function.Function;
import reactor.core.publisher.Mono;

/**
 * Work that time drives, declared as a bean: what is due is looked for across firms, and each piece is then done in the
 * context of its firm, typically in one transaction ({@code transactions.inFirm}) that first claims its row
 * ({@code FOR UPDATE SKIP LOCKED}). Any number of replicas share it.
 *
 * @param every how often to look
 * @param find what is due now, as rows that the worker role may read
 * @param each does one piece; it opens its transactions itself and, finding the row gone or locked, does nothing
 */
public record DueWork(String name, Duration every, Mono<List<Due>> find, Function<Due, Mono<Void>> each) {
    public static Named named(String name) {
        return new Named(name);
    }

    /** Work that does not say yet how often. */
    public record Named(String name) {
        public Timed every(Duration interval) {
            return new Timed(name, interval);
        }
    }

    /** Work that does not say yet what is due. */
    public record Timed(String name, Duration every) {
        public Sought find(Mono<List<Due>> dueAcrossFirms) {
            return new Sought(name, every, dueAcrossFirms);
        }
    }

    /** Work that does not say yet what to do. */
    public record Sought(String name, Duration every, Mono<List<Due>> find) {
        public DueWork each(Function<Due, Mono<Void>> inFirm) {
            return new DueWork(name, every, find, inFirm);
        }
    }
}
