package io.rems.platform.access;

import io.micrometer.context.ThreadLocalAccessor;
import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;

/** Puts firm and user of the caller in the Reactor context into the log lines that his request writes. */
final class CallerLogFields implements ThreadLocalAccessor<Caller> {
    private static final String FIRM = "firm";
    private static final String USER = "user";

    private final ThreadLocal<@Nullable Caller> current = new ThreadLocal<>();

    @Override
    public Object key() {
        return Caller.class;
    }

    @Override
    public @Nullable Caller getValue() {
        return current.get();
    }

    @Override
    public void setValue(Caller caller) {
        current.set(caller);
        MDC.put(FIRM, caller.firm().toString());
        MDC.put(USER, caller.actor().id());
    }

    @Override
    public void setValue() {
        current.remove();
        MDC.remove(FIRM);
        MDC.remove(USER);
    }
}
