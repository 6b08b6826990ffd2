package io.rems.approval.expense.persistence;

import io.r2dbc.spi.Row;
import io.rems.approval.decision.domain.Rule;
import io.rems.approval.decision.domain.Verdict;
import io.rems.approval.expense.ExpenseView;
import io.rems.approval.expense.ExpenseView.ApprovalPart;
import io.rems.approval.expense.ExpenseView.ImportedPart;
import io.rems.approval.expense.ExpenseView.PaymentPart;
import io.rems.approval.expense.ExpenseView.RemarkPart;
import io.rems.approval.expense.ExpenseView.VoidPart;
import io.rems.approval.expense.domain.ExpenseState;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** An expense as the API shows it, out of a row of all that belongs to it. */
final class ExpenseViewRow {

    private ExpenseViewRow() {}

    static ExpenseView view(Row row) {
        var details = ExpenseRow.details(row);
        return new ExpenseView(
                row.get("id", UUID.class),
                details.property().value(),
                row.get("property_name", String.class),
                details.unit(),
                details.category(),
                row.get("category_name", String.class),
                details.type(),
                details.vendor(),
                row.get("vendor_name", String.class),
                details.amount(),
                details.tax(),
                details.date(),
                details.description(),
                details.priority().name(),
                ExpenseState.valueOf(row.get("state", String.class)),
                row.get("version", Long.class),
                row.get("recorded_by", String.class),
                row.get("recorded_at", Instant.class),
                row.get("submitter", UUID.class),
                row.get("submitted_at", Instant.class),
                row.get("has_attachment", Boolean.class),
                row.get("round", Integer.class),
                approval(row),
                imported(row),
                payment(row),
                remark(row, "returned"),
                remark(row, "withdrawn"),
                voided(row));
    }

    private static @Nullable ApprovalPart approval(Row row) {
        var rule = row.get("rule", String.class);
        if (rule == null) {
            return null;
        }
        var deadline = row.get("deadline", Instant.class);
        var verdict = row.get("verdict", String.class);
        return new ApprovalPart(
                Rule.valueOf(rule),
                deadline == null,
                row.get("requested_at", Instant.class),
                deadline,
                row.get("escalated_at", Instant.class),
                verdict == null ? null : Verdict.valueOf(verdict),
                row.get("decided_at", Instant.class),
                row.get("decided_by", UUID.class),
                row.get("comment", String.class));
    }

    private static @Nullable ImportedPart imported(Row row) {
        var verdict = row.get("imported_verdict", String.class);
        return verdict == null
                ? null
                : new ImportedPart(
                        Verdict.valueOf(verdict),
                        row.get("imported_by", String.class),
                        row.get("imported_on", LocalDate.class),
                        row.get("imported_comment", String.class));
    }

    private static @Nullable PaymentPart payment(Row row) {
        var paidOn = row.get("paid_on", LocalDate.class);
        return paidOn == null
                ? null
                : new PaymentPart(
                        paidOn,
                        row.get("method", String.class),
                        row.get("reference", String.class),
                        row.get("payment_recorded_at", Instant.class));
    }

    private static @Nullable RemarkPart remark(Row row, String kind) {
        var reason = row.get(kind + "_reason", String.class);
        return reason == null
                ? null
                : new RemarkPart(
                        reason,
                        row.get(kind + "_by", UUID.class),
                        row.get(kind + "_at", Instant.class),
                        Stream.ofNullable(row.get(kind + "_for", UUID[].class))
                                .flatMap(Arrays::stream)
                                .toList());
    }

    private static @Nullable VoidPart voided(Row row) {
        var reason = row.get("void_reason", String.class);
        return reason == null
                ? null
                : new VoidPart(reason, row.get("voided_by", String.class), row.get("voided_at", Instant.class));
    }
}
