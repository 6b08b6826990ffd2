package io.rems.firm.settings;

import io.rems.firm.firm.Firms;
import io.rems.platform.access.CurrentCaller;
import io.rems.platform.database.Transactions;
import io.rems.platform.events.Outbox;
import io.rems.platform.problem.InvalidRequest;
import io.rems.platform.problem.NotFound;
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
    private final Firms firms;
    private final Outbox outbox;

    ChangeSetting(Transactions transactions, R2dbcOverrides overrides, Firms firms, Outbox outbox) {
        this.transactions = transactions;
        this.overrides = overrides;
        this.firms = firms;
        this.outbox = outbox;
    }

    Mono<SettingView> set(String key, String text) {
        return Mono.defer(() -> {
            var setting = known(key);
            var value = setting.accepted(text)
                    .orElseThrow(() -> new InvalidRequest(
                            "value", "INVALID", "Give " + setting.type().accepts() + "."));
            return change(setting, value);
        });
    }

    Mono<SettingView> reset(String key) {
        return Mono.defer(() -> change(known(key), null));
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
                .flatMap(caller ->
                        outbox.append(List.of(change.message(caller.firm().value(), version))));
    }

    private static Setting<?> known(String key) {
        return Settings.named(key).orElseThrow(() -> new NotFound("setting", key));
    }
}
