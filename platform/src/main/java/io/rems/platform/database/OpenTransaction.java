package io.rems.platform.database;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import reactor.util.context.ContextView;

/** The transaction that the work in this Reactor context runs in, and what waits for its commit. */
final class OpenTransaction {
    private final Scope scope;
    private final List<Runnable> afterCommit = new ArrayList<>();
    private boolean lostRace;

    OpenTransaction(Scope scope) {
        this.scope = scope;
    }

    static Optional<OpenTransaction> in(ContextView context) {
        return context.getOrEmpty(OpenTransaction.class);
    }

    Scope scope() {
        return scope;
    }

    /** The database has ended it because of others, whatever becomes of the error on its way out. */
    synchronized void lostRace() {
        lostRace = true;
    }

    synchronized boolean hasLostRace() {
        return lostRace;
    }

    synchronized void afterCommit(Runnable action) {
        afterCommit.add(action);
    }

    synchronized void committed() {
        afterCommit.forEach(Runnable::run);
    }
}
