package io.rems.platform.database;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import reactor.util.context.ContextView;

/** The transaction that the work in this Reactor context runs in, and what waits for its commit. */
final class OpenTransaction {
    private final Scope scope;
    private final List<Runnable> afterCommit = new ArrayList<>();

    OpenTransaction(Scope scope) {
        this.scope = scope;
    }

    static Optional<OpenTransaction> in(ContextView context) {
        return context.getOrEmpty(OpenTransaction.class);
    }

    Scope scope() {
        return scope;
    }

    synchronized void afterCommit(Runnable action) {
        afterCommit.add(action);
    }

    synchronized void committed() {
        afterCommit.forEach(Runnable::run);
    }
}
