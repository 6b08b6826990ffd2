package io.rems.firm.settings;

import io.rems.firm.firm.Firms;
import io.rems.platform.access.CurrentCaller;
import io.rems.platform.database.Transactions;
import io.rems.platform.events.Outbox;
import io.rems.platform.problem.InvalidRequest;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Sets a value for the firm of the caller, or goes back to the default. Changes of one firm follow each other. */
@Component
class ChangeSetting {
    private final Transactions transactions;
    private final R2dbcOverrides overrides;
    private final R2dbcSettingHistory history;
    private final Firms firms;
    private final Outbox outbox;
    private final Clock clock;

    ChangeSetting(
            Transactions transactions,
            R2dbcOverrides overrides,
            R2dbcSettingHistory history,
            Firms firms,
            Outbox outbox,
            Clock clock) {
        this.transactions = transactions;
        this.overrides = overrides;
        this.history = history;
        this.firms = firms;
        this.outbox = outbox;
        this.clock = clock;
    }

    Mono<SettingView> set(String key, String text) {
        return Mono.defer(() -> {
            var setting = Settings.required(key);
            var value = setting.accepted(text)
                    .orElseThrow(() -> new InvalidRequest(
                            "value",
                            "INVALID",
                            key + " must be " + setting.type().accepts()));
            return change(setting, value);
        });
    }

    Mono<SettingView> reset(String key) {
        return Mono.defer(() -> change(Settings.required(key), null));
    }

    private Mono<SettingView> change(Setting<?> setting, @Nullable String value) {
        return transactions
                .inFirm(firms.nextVersion()
                        .flatMap(version -> overrides
                                .all()
                                .flatMap(all -> store(
                                        new SettingChanged(setting.key(), value, all.get(setting.key())), version))))
                .thenReturn(SettingView.of(setting, value));
    }

    private Mono<Void> store(SettingChanged change, long version) {
        if (Objects.equals(change.value(), change.previous())) {
            return Mono.empty();
        }
        var stored = Optional.ofNullable(change.value())
                .map(value -> overrides.set(change.key(), value))
                .orElseGet(() -> overrides.clear(change.key()));
        return stored.then(CurrentCaller.get())
                .flatMap(caller -> history.add(change, caller.actor(), clock.instant())
                        .then(outbox.append(List.of(change.message(caller.firm().value(), version)))));
    }
}
