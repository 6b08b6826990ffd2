package io.rems.reporting.audit;

import io.r2dbc.spi.Row;
import io.rems.platform.database.FirmSql;
import io.rems.platform.database.Transactions;
import io.rems.platform.problem.InvalidRequest;
import io.rems.reporting.audit.ChainVerification.Break;
import io.rems.reporting.audit.ChainVerification.Reason;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Reads a firm's chain again from entry to entry and names the first that is not as it was written. */
@Component
class R2dbcAuditChain {
    /** Entries that one request checks at most; the answer says where to go on. */
    static final long MOST = 100_000;

    private static final long AT_ONCE = 5_000;
    private static final String END = """
            SELECT coalesce(c.sequence, 0) AS sequence, coalesce(c.digest, '') AS digest,
                   coalesce((SELECT max(sequence) FROM audit_entry WHERE firm_id = :firm), 0) AS last
              FROM (SELECT CAST(:firm AS uuid) AS firm_id) z LEFT JOIN audit_chain c ON c.firm_id = z.firm_id
            """;
    private static final String DIGEST =
            "SELECT digest FROM audit_entry WHERE firm_id = :firm AND sequence = :sequence";
    private static final String FIRST_BREAK_OR_LAST = """
            WITH page AS (
                SELECT sequence, event_id, digest, lag(sequence, 1, CAST(:after AS bigint)) OVER entries AS before,
                       audit_digest(lag(digest, 1, CAST(:previous AS bytea)) OVER entries, firm_id, sequence, event_id,
                                    type, source, subject, aggregate_version, actor, time, CAST(payload AS text),
                                    support_access)
                           AS computed
                  FROM audit_entry
                 WHERE firm_id = :firm AND sequence > :after AND sequence <= :upto
                WINDOW entries AS (ORDER BY sequence))
            SELECT sequence, event_id, digest, before, computed <> digest AS altered FROM page
             WHERE sequence <> before + 1 OR computed <> digest OR sequence = (SELECT max(sequence) FROM page)
             ORDER BY sequence LIMIT 1
            """;

    private final FirmSql database;
    private final Transactions transactions;

    R2dbcAuditChain(FirmSql database, Transactions transactions) {
        this.database = database;
        this.transactions = transactions;
    }

    /** @param from the entry to begin with, 1 for the whole chain */
    Mono<ChainVerification> verify(long from) {
        return transactions.inFirm(end()).flatMap(end -> {
            if (from < 1 || from > end.sequence() + 1) {
                throw new InvalidRequest("from", "OUT_OF_RANGE", "The chain has " + end.sequence() + " entries");
            }
            long upTo = Math.min(end.sequence(), from + MOST - 1);
            return linkBefore(from)
                    .flatMap(link -> checked(link, upTo))
                    .map(checked -> answer(end, from, upTo, checked));
        });
    }

    private Mono<End> end() {
        return database.sql(END).one(End::of);
    }

    private Mono<Checked> linkBefore(long from) {
        return from == 1
                ? Mono.just(new Checked(0, new byte[0], null))
                : database.sql(DIGEST)
                        .bind("sequence", from - 1)
                        .one(row -> new Checked(from - 1, digest(row), null))
                        .defaultIfEmpty(new Checked(from - 1, new byte[0], missing(from - 1)));
    }

    private Mono<Checked> checked(Checked before, long upTo) {
        if (before.firstBreak() != null || before.sequence() >= upTo) {
            return Mono.just(before);
        }
        return database.sql(FIRST_BREAK_OR_LAST)
                .bind("after", before.sequence())
                .bind("previous", before.digest())
                .bind("upto", Math.min(upTo, before.sequence() + AT_ONCE))
                .one(R2dbcAuditChain::checked)
                .defaultIfEmpty(new Checked(before.sequence(), before.digest(), missing(before.sequence() + 1)))
                .flatMap(page -> checked(page, upTo));
    }

    private static Checked checked(Row row) {
        long sequence = Objects.requireNonNull(row.get("sequence", Long.class));
        long before = Objects.requireNonNull(row.get("before", Long.class));
        if (sequence != before + 1) {
            return new Checked(before, digest(row), missing(before + 1));
        }
        boolean altered = Boolean.TRUE.equals(row.get("altered", Boolean.class));
        var broken = altered ? new Break(sequence, row.get("event_id", UUID.class), Reason.ALTERED) : null;
        return new Checked(sequence, digest(row), broken);
    }

    private static ChainVerification answer(End end, long from, long upTo, Checked checked) {
        var found = checked.firstBreak() != null ? checked.firstBreak() : end.differsFrom(checked);
        return new ChainVerification(
                found == null,
                end.sequence(),
                end.sequence() == 0 ? null : HexFormat.of().formatHex(end.digest()),
                from,
                checked.sequence(),
                found,
                found == null && upTo < end.sequence() ? upTo + 1 : null);
    }

    private static Break missing(long sequence) {
        return new Break(sequence, null, Reason.MISSING);
    }

    private static byte[] digest(Row row) {
        return Objects.requireNonNull(row.get("digest", byte[].class));
    }

    /** How far the chain has been read, and what was found. */
    private record Checked(
            long sequence, byte[] digest, @Nullable Break firstBreak) {}

    /** How the chain ends: what its head says, and the last entry there is. */
    private record End(long sequence, byte[] digest, long last) {

        static End of(Row row) {
            return new End(
                    Objects.requireNonNull(row.get("sequence", Long.class)),
                    R2dbcAuditChain.digest(row),
                    Objects.requireNonNull(row.get("last", Long.class)));
        }

        @Nullable
        Break differsFrom(Checked checked) {
            boolean read = checked.sequence() >= sequence;
            boolean differs = last > sequence || !Arrays.equals(checked.digest(), digest);
            return read && differs ? new Break(last, null, Reason.END_DIFFERS) : null;
        }
    }
}
