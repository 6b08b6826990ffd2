package io.rems.approval.payment;

import io.rems.platform.access.CurrentCaller;
import io.rems.platform.database.FirmSql;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

@Repository
class R2dbcPayments {

    private static final String ADD = """
            INSERT INTO expense_payment (firm_id, expense_id, paid_on, method, reference, recorded_by, recorded_at)
            VALUES (:firm, :expense, :paid_on, :method, :reference, :by, :at)""";

    private final FirmSql database;

    R2dbcPayments(FirmSql database) {
        this.database = database;
    }

    Mono<Void> add(Payment payment) {
        return CurrentCaller.get()
                .flatMap(caller -> database.sql(ADD)
                        .bind("expense", payment.expense())
                        .bind("paid_on", payment.paidOn())
                        .bind("method", payment.method().name())
                        .bindNullable("reference", payment.reference(), String.class)
                        .bind("by", caller.actor().id())
                        .bind("at", payment.recordedAt())
                        .update())
                .then();
    }
}
