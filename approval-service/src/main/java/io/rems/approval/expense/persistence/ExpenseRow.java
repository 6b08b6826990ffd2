package io.rems.approval.expense.persistence;

import io.r2dbc.spi.Row;
import io.rems.approval.decision.domain.ExpenseId;
import io.rems.approval.decision.domain.PersonId;
import io.rems.approval.expense.domain.Details;
import io.rems.approval.expense.domain.Expense;
import io.rems.approval.expense.domain.ExpenseState;
import io.rems.approval.expense.domain.Submission;
import io.rems.approval.expense.domain.Voiding;
import io.rems.approval.ownership.domain.PropertyId;
import io.rems.approval.routing.domain.Priority;
import io.rems.platform.Money;
import io.rems.platform.Versioned;
import io.rems.platform.access.Actor;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Currency;
import java.util.UUID;

/** How an expense stands in the database. */
final class ExpenseRow {

    private ExpenseRow() {}

    static Versioned<Expense> expense(Row row) {
        var id = new ExpenseId(row.get("id", UUID.class));
        var details = details(row);
        var round = row.get("round", Integer.class);
        var expense = switch (ExpenseState.valueOf(row.get("state", String.class))) {
            case DRAFT -> new Expense.Draft(id, round, details);
            case SUBMITTED -> new Expense.Submitted(id, round, details, submission(row));
            case ROUTING -> new Expense.Routing(id, round, details, submission(row));
            case PENDING -> new Expense.Pending(id, round, details);
            case ESCALATED -> new Expense.Escalated(id, round, details);
            case RETURNED -> new Expense.Returned(id, round, details);
            case WITHDRAWN -> new Expense.Withdrawn(id, round, details);
            case APPROVED -> new Expense.Approved(id, round, details);
            case REJECTED -> new Expense.Rejected(id, round, details);
            case PAID -> new Expense.Paid(id, round, details);
            case VOID -> new Expense.Void(id, round, details, voiding(row));
        };
        return new Versioned<>(expense, row.get("version", Long.class));
    }

    static Details details(Row row) {
        var currency = Currency.getInstance(row.get("currency", String.class));
        var tax = row.get("tax_minor", Long.class);
        return new Details(
                new PropertyId(row.get("property_id", UUID.class)),
                row.get("unit_id", UUID.class),
                row.get("category_id", UUID.class),
                row.get("type_id", UUID.class),
                row.get("vendor_id", UUID.class),
                new Money(row.get("amount_minor", Long.class), currency),
                tax == null ? null : new Money(tax, currency),
                row.get("expense_date", LocalDate.class),
                row.get("description", String.class),
                Priority.valueOf(row.get("priority", String.class)));
    }

    private static Voiding voiding(Row row) {
        return new Voiding(
                row.get("void_reason", String.class),
                new Actor(row.get("voided_by", String.class)),
                row.get("voided_at", Instant.class));
    }

    private static Submission submission(Row row) {
        var submitter = row.get("submitter", UUID.class);
        return new Submission(
                submitter == null ? null : new PersonId(submitter), row.get("submitted_at", Instant.class));
    }
}
