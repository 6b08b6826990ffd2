package io.rems.platform.access;

import reactor.core.publisher.Mono;
import reactor.util.context.Context;
import reactor.util.context.ContextView;

/** The caller in the Reactor context, where the security filter and the platform's timers and listeners put him. */
public final class CurrentCaller {
    private CurrentCaller() {}

    /** The caller; an error where there is none, so that work without a caller fails closed. */
    public static Mono<Caller> get() {
        return Mono.deferContextual(context -> Mono.just(in(context)));
    }

    public static Caller in(ContextView context) {
        Caller caller = context.getOrDefault(Caller.class, null);
        if (caller == null) {
            throw new IllegalStateException("There is no caller, so no firm: this work runs outside every request");
        }
        return caller;
    }

    public static Context with(Context context, Caller caller) {
        return context.put(Caller.class, caller);
    }
}
