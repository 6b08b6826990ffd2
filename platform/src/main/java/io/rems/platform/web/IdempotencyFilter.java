package io.rems.platform.web;

import io.rems.platform.access.Caller;
import io.rems.platform.database.Transactions;
import io.rems.platform.problem.Problem;
import io.rems.platform.problem.ProblemException;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.springframework.core.annotation.Order;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.codec.ServerCodecConfigurer;
import org.springframework.util.unit.DataSize;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.reactive.result.method.annotation.RequestMappingHandlerMapping;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;
import reactor.util.context.Context;

/**
 * Carries out a POST at most once per Idempotency-Key. The command, its events and the stored answer are committed
 * together: the handler runs inside a transaction that this filter opens, its answer is held back, and leaves only after
 * the commit. An answer other than 2xx rolls back and frees the key. Where the database ends the transaction because of
 * others (a deadlock), all of it is done again: nobody has seen anything of it.
 */
@Order(IdempotencyFilter.AFTER_SECURITY)
final class IdempotencyFilter implements WebFilter {

    static final int AFTER_SECURITY = 0;
    static final String KEY = "Idempotency-Key";
    private static final Pattern SOUND_KEY = Pattern.compile("[\\x21-\\x7e]{1,255}");
    private static final byte[] NO_BODY = {};

    private final RequestMappingHandlerMapping handlers;
    private final ServerCodecConfigurer codecs;
    private final IdempotencyKeys keys;
    private final Transactions transactions;
    private final int largestBody;

    IdempotencyFilter(
            RequestMappingHandlerMapping handlers,
            ServerCodecConfigurer codecs,
            IdempotencyKeys keys,
            Transactions transactions,
            DataSize largestBody) {
        this.handlers = handlers;
        this.codecs = codecs;
        this.keys = keys;
        this.transactions = transactions;
        this.largestBody = Math.toIntExact(largestBody.toBytes());
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        if (!HttpMethod.POST.equals(exchange.getRequest().getMethod())) {
            return chain.filter(exchange);
        }
        return Mono.deferContextual(context -> {
            Optional<Caller> caller = context.getOrEmpty(Caller.class);
            return caller.isEmpty() ? chain.filter(exchange) : handled(exchange, chain, caller.get());
        });
    }

    private Mono<Void> handled(ServerWebExchange exchange, WebFilterChain chain, Caller caller) {
        return handlers.getHandler(exchange)
                .ofType(HandlerMethod.class)
                .map(Optional::of)
                .defaultIfEmpty(Optional.empty())
                .flatMap(handler -> {
                    var key = exchange.getRequest().getHeaders().getFirst(KEY);
                    if (key == null || handler.isEmpty()) {
                        return requiresKey(handler) ? Mono.error(keyRequired()) : chain.filter(exchange);
                    }
                    return SOUND_KEY.matcher(key).matches()
                            ? named(new Attempt(exchange, chain, caller, handler.get()), key)
                            : Mono.error(unsound());
                });
    }

    private static boolean requiresKey(Optional<HandlerMethod> handler) {
        return handler.filter(method -> method.hasMethodAnnotation(IdempotencyKeyRequired.class))
                .isPresent();
    }

    private Mono<Void> named(Attempt attempt, String key) {
        var request = attempt.exchange.getRequest();
        return DataBufferUtils.join(request.getBody(), largestBody)
                .map(BufferedResponse::bytes)
                .defaultIfEmpty(NO_BODY)
                .flatMap(body -> {
                    var command = Command.of(attempt.caller.actor().id(), key, request, body);
                    return keys.claim(command).flatMap(claim -> proceed(attempt, command, body, claim));
                });
    }

    private Mono<Void> proceed(Attempt attempt, Command command, byte[] body, Claim claim) {
        return switch (claim) {
            case Claim.Granted(var holder) -> carryOut(attempt, command, body, holder);
            case Claim.Answered(var answer) -> answer.replayTo(attempt.exchange.getResponse());
            case Claim.InFlight() -> Mono.error(IdempotencyKeys.inFlight());
            case Claim.Reused() -> Mono.error(reused());
        };
    }

    private Mono<Void> carryOut(Attempt attempt, Command command, byte[] body, UUID holder) {
        var response = new BufferedResponse(attempt.exchange.getResponse());
        var handled = Mono.defer(() -> handled(attempt, body, response));
        var stored = Mono.defer(() -> store(command, holder, response.answer()));
        var done = attempt.fitsOneTransaction()
                ? transactions.inFirmAgain(handled.then(stored))
                : handled.then(transactions.inFirm(stored));
        return toItsEnd(done.onErrorResume(
                        error -> keys.release(command, holder).then(Mono.error(error))))
                .onErrorResume(NotWorthKeeping.class, _ -> Mono.empty())
                .then(Mono.defer(response::send));
    }

    private Mono<Void> handled(Attempt attempt, byte[] body, BufferedResponse response) {
        response.startOver();
        var exchange = new ReplayableExchange(attempt.exchange, body, response, codecs);
        return attempt.chain.filter(exchange).then(exchange.cleanupMultipart());
    }

    private Mono<Void> store(Command command, UUID holder, Answer answer) {
        return answer.isSuccess() ? keys.store(command, holder, answer) : Mono.error(new NotWorthKeeping());
    }

    /** What was claimed is carried out even if the client goes away: it will ask again for the answer. */
    private static Mono<Void> toItsEnd(Mono<Void> work) {
        return Mono.deferContextual(context ->
                Mono.fromFuture(work.contextWrite(Context.of(context)).toFuture(), true));
    }

    private record Attempt(ServerWebExchange exchange, WebFilterChain chain, Caller caller, HandlerMethod handler) {

        /** What the platform's operator does is not of one firm. */
        private boolean fitsOneTransaction() {
            return !caller.firm().isPlatform() && !handler.hasMethodAnnotation(OwnTransactions.class);
        }
    }

    /** Rolls back a command that was refused; its answer stands in the response already. */
    @SuppressWarnings("serial")
    private static final class NotWorthKeeping extends RuntimeException {
        private NotWorthKeeping() {
            super(null, null, false, false);
        }
    }

    private static ProblemException keyRequired() {
        return problem(
                HttpStatus.BAD_REQUEST,
                "IDEMPOTENCY_KEY_REQUIRED",
                "Send a header Idempotency-Key that is new for each command and the same when you repeat it.");
    }

    private static ProblemException unsound() {
        return problem(
                HttpStatus.BAD_REQUEST,
                "MALFORMED_REQUEST",
                "Idempotency-Key must have 1 to 255 visible ASCII characters, a UUID for example.");
    }

    private static ProblemException reused() {
        return problem(
                HttpStatus.UNPROCESSABLE_CONTENT,
                "IDEMPOTENCY_KEY_REUSED",
                "This Idempotency-Key named another command before. Use a new one.");
    }

    private static ProblemException problem(HttpStatus status, String code, String detail) {
        return new ProblemException(Problem.of(status, code, detail));
    }
}
