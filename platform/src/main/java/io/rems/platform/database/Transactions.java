package io.rems.platform.database;

import io.rems.platform.access.Actor;
import io.rems.platform.access.Caller;
import io.rems.platform.access.CurrentCaller;
import io.rems.platform.access.FirmId;
import java.time.Duration;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;
import reactor.util.context.Context;
import reactor.util.retry.Retry;

/**
 * Opens the transactions that all work on the database runs in. The first statement names the firm to the database,
 * whose row-level security then shows and accepts that firm's rows only; the setting ends with the transaction.
 *
 * <p>A transaction that has begun runs to its end even if its caller goes away: releasing a connection in the middle of
 * a statement is where pools lose connections or hand them out twice. Server-side time-outs bound what that can cost.
 */
public final class Transactions {
    private static final String NAME_FIRM = "SELECT set_config('rems.firm_id', $1, true)";

    private static final int REPEATED = 4;
    private static final Duration SOON = Duration.ofMillis(20);

    private final TransactionalOperator operator;
    private final DatabaseClient database;

    Transactions(TransactionalOperator operator, DatabaseClient database) {
        this.operator = operator;
        this.database = database;
    }

    /** Runs the work for the firm of the caller; joins the transaction that is already open for it. */
    public <T> Mono<T> inFirm(Mono<T> work) {
        return Mono.deferContextual(
                context -> scoped(new Scope.OneFirm(CurrentCaller.in(context).firm()), work));
    }

    /**
     * The same for work that may be done again from its beginning: it is, where the database ended it because of a
     * deadlock or a race that it could not put in order. In a transaction that is open already it is done once: then it
     * is for who opened that one in this way to begin anew, and he does, even where the error was made into an answer.
     */
    public <T> Mono<T> inFirmAgain(Mono<T> work) {
        return Mono.deferContextual(context -> OpenTransaction.in(context).isPresent()
                ? inFirm(work)
                : inFirm(LostRace.told(work))
                        .retryWhen(Retry.backoff(REPEATED, SOON)
                                .filter(error -> error instanceof LostRace || Constraints.lostRace(error))
                                .onRetryExhaustedThrow((_, last) -> last.failure()))
                        .onErrorMap(LostRace.class, LostRace::answer));
    }

    /** Runs the work for a firm in the actor's name: for timers and event handlers, which have no caller. */
    public <T> Mono<T> inFirm(FirmId firm, Actor actor, Mono<T> work) {
        return inFirm(work).contextWrite(context -> CurrentCaller.with(context, Caller.acting(actor, firm)));
    }

    /** Runs work that is meant to span firms, as the worker role, which is granted only the tables that need it. */
    public <T> Mono<T> acrossFirms(Mono<T> work) {
        return scoped(new Scope.AcrossFirms(), work);
    }

    /** Runs the action once the open transaction has committed, and never if it does not. */
    public Mono<Void> afterCommit(Runnable action) {
        return Mono.deferContextual(context -> {
            OpenTransaction.in(context)
                    .orElseThrow(() -> new IllegalStateException("No transaction is open"))
                    .afterCommit(action);
            return Mono.empty();
        });
    }

    private <T> Mono<T> scoped(Scope scope, Mono<T> work) {
        return Mono.deferContextual(context -> OpenTransaction.in(context)
                .map(open -> open.scope().equals(scope)
                        ? work.doOnError(Constraints::lostRace, _ -> open.lostRace())
                        : Transactions.<T>nested(open.scope(), scope))
                .orElseGet(() -> begin(scope, work)));
    }

    private static <T> Mono<T> nested(Scope open, Scope wanted) {
        return Mono.error(
                new IllegalStateException("A transaction for " + open + " is open; cannot also open " + wanted));
    }

    private <T> Mono<T> begin(Scope scope, Mono<T> work) {
        OpenTransaction transaction = new OpenTransaction(scope);
        return untilItsEnd(abandoned -> named(scope, abandoned)
                .then(work)
                .as(operator::transactional)
                .contextWrite(Context.of(Scope.class, scope, OpenTransaction.class, transaction))
                .doOnSuccess(_ -> transaction.committed()));
    }

    private Mono<Void> named(Scope scope, AtomicBoolean abandoned) {
        return Mono.defer(() -> {
            if (abandoned.get()) {
                return Mono.error(new CancellationException("The caller has gone before the work began"));
            }
            return switch (scope) {
                case Scope.AcrossFirms _ -> Mono.empty();
                case Scope.OneFirm(var firm) ->
                    database.sql(NAME_FIRM).bind(0, firm.toString()).then();
            };
        });
    }

    /** Shields work on a connection from cancellation; what is cancelled while it still waits does not begin. */
    static <T> Mono<T> untilItsEnd(Function<AtomicBoolean, Mono<T>> work) {
        return Mono.deferContextual(context -> {
            AtomicBoolean abandoned = new AtomicBoolean();
            CompletableFuture<T> running =
                    work.apply(abandoned).contextWrite(Context.of(context)).toFuture();
            return Mono.fromFuture(running, true).doOnCancel(() -> abandoned.set(true));
        });
    }
}
