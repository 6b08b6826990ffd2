package io.rems.platform.events;

import io.rems.platform.database.FirmSql;
import io.rems.platform.database.Transactions;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import reactor.core.publisher.Mono;

/**
 * The slots that this relay publishes: leased, so that each has one relay at a time, and shared evenly among the relays
 * that are alive. Times are the database's, which all relays share.
 */
final class Slots {
    private static final String HOLD = """
            WITH alive AS (
                SELECT count(DISTINCT owner) FILTER (WHERE owner <> :me AND held_until > now()) + 1 AS relays FROM outbox_slot
            ), mine AS (
                SELECT slot FROM outbox_slot
                WHERE owner = :me OR owner IS NULL OR held_until <= now()
                ORDER BY owner IS NOT DISTINCT FROM :me DESC, slot
                LIMIT (SELECT ceil(:slots::numeric / relays)::int FROM alive)
                FOR UPDATE SKIP LOCKED
            ), given_back AS (
                UPDATE outbox_slot SET owner = NULL, held_until = '-infinity'
                WHERE owner = :me AND slot NOT IN (SELECT slot FROM mine)
            )
            UPDATE outbox_slot SET owner = :me, held_until = now() + make_interval(secs => :lease)
            WHERE slot IN (SELECT slot FROM mine)
            RETURNING slot""";
    private static final String GIVE_BACK =
            "UPDATE outbox_slot SET owner = NULL, held_until = '-infinity' WHERE owner = :me";

    private final UUID me = UUID.randomUUID();
    private final FirmSql sql;
    private final Transactions transactions;
    private final Duration lease;
    private final Clock clock;
    private volatile List<Short> held = List.of();
    private volatile Instant renewAt = Instant.MIN;
    private volatile Instant safeUntil = Instant.MIN;

    Slots(FirmSql sql, Transactions transactions, Duration lease, Clock clock) {
        this.sql = sql;
        this.transactions = transactions;
        this.lease = lease;
        this.clock = clock;
    }

    /** The slots to publish now; renews the lease when a third of it is used, or when others left slots free. */
    Mono<List<Short>> held() {
        return clock.instant().isBefore(renewAt) ? Mono.just(held) : renewed();
    }

    /** False once the lease has so little time left that another relay might begin before a send has ended. */
    boolean safeToSend(Duration sendTime) {
        return clock.instant().plus(sendTime).isBefore(safeUntil);
    }

    void forget() {
        renewAt = Instant.MIN;
    }

    Mono<Void> giveBack() {
        return transactions
                .acrossFirms(sql.sql(GIVE_BACK).bind("me", me).update())
                .then();
    }

    private Mono<List<Short>> renewed() {
        Instant asked = clock.instant();
        return transactions
                .acrossFirms(sql.sql(HOLD)
                        .bind("me", me)
                        .bind("slots", Outbox.SLOTS)
                        .bind("lease", (double) lease.toMillis() / 1000)
                        .list(row -> Objects.requireNonNull(row.get("slot", Short.class))))
                .doOnNext(slots -> {
                    held = slots;
                    safeUntil = asked.plus(lease);
                    renewAt = asked.plus(slots.size() == Outbox.SLOTS ? lease.dividedBy(3) : lease.dividedBy(10));
                });
    }
}
