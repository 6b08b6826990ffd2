package io.rems.firm.settings;

import io.rems.firm.firm.Firms;
import io.rems.platform.access.CurrentCaller;
import io.rems.platform.access.FirmId;
import io.rems.platform.events.Outbox;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** What a new firm sets otherwise than usual; inside the transaction across firms that makes the firm. */
@Component
public class InitialSettings {
    private final R2dbcOverrides overrides;
    private final R2dbcSettingHistory history;
    private final Firms firms;
    private final Outbox outbox;
    private final Clock clock;

    InitialSettings(R2dbcOverrides overrides, R2dbcSettingHistory history, Firms firms, Outbox outbox, Clock clock) {
        this.overrides = overrides;
        this.history = history;
        this.firms = firms;
        this.outbox = outbox;
        this.clock = clock;
    }

    /**
     * Sets values that {@link SettingValues} has found good.
     *
     * @return the firm's version afterwards
     */
    public Mono<Long> set(FirmId firm, Map<String, String> values) {
        return Flux.fromIterable(new TreeMap<>(values).entrySet())
                .concatMap(value -> set(firm, value.getKey(), value.getValue()))
                .last(1L);
    }

    private Mono<Long> set(FirmId firm, String key, String text) {
        var value = Settings.required(key).accepted(text).orElseThrow();
        var change = new SettingChanged(key, value, null);
        return firms.nextVersionOf(firm)
                .delayUntil(_ -> overrides.setIn(firm, key, value))
                .delayUntil(_ -> CurrentCaller.get()
                        .flatMap(caller -> history.addIn(firm, change, caller.actor(), clock.instant())))
                .delayUntil(version -> outbox.appendFor(firm, List.of(change.message(firm.value(), version))));
    }
}
