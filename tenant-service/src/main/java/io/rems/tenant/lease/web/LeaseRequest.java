package io.rems.tenant.lease.web;

import io.rems.platform.Identifiers;
import io.rems.platform.Money;
import io.rems.platform.problem.FieldProblem;
import io.rems.platform.problem.InvalidRequest;
import io.rems.tenant.lease.domain.LeaseId;
import io.rems.tenant.lease.domain.LeasePeriod;
import io.rems.tenant.lease.domain.LeaseRecord;
import io.rems.tenant.lease.domain.LeaseState;
import io.rems.tenant.lease.domain.LeaseTerms;
import io.rems.tenant.lease.domain.Parties;
import io.rems.tenant.lease.domain.Premises;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A lease as a client writes it down.
 *
 * @param id chosen by imports, so that a repeated one finds what it created
 * @param to the last day, included
 * @param rent for a month
 * @param state other than a draft only where the past is recorded
 * @param termination only with the state TERMINATED, where the books know it
 */
record LeaseRequest(
        @Nullable UUID id,
        @NotNull UUID unitId,
        @NotNull UUID tenantId,
        @Nullable @Size(max = 20) List<@NotNull UUID> coTenantIds,
        @NotBlank @Size(max = 50) String number,
        @NotNull LocalDate from,
        @NotNull LocalDate to,
        @NotNull Money rent,
        @Nullable Money deposit,
        @Nullable LeaseState state,
        @Nullable @Valid TerminationRequest termination) {

    private static final int EARLIEST = 1900;
    private static final int LATEST = 2999;

    LeaseRecord on(Premises premises) {
        var terms = new LeaseTerms(
                new LeaseId(id == null ? Identifiers.next() : id),
                number.strip(),
                premises,
                new Parties(tenantId, coTenantIds == null ? List.of() : coTenantIds),
                new LeasePeriod(from, to),
                rent,
                deposit);
        return new LeaseRecord(
                terms,
                state == null ? LeaseState.DRAFT : state,
                termination == null ? null : termination.on(),
                termination == null ? null : termination.reason());
    }

    /** Rules between fields, which no annotation on one of them can say. */
    LeaseRequest checked() {
        var problems = new ArrayList<FieldProblem>();
        if (to.isBefore(from)) {
            problems.add(new FieldProblem("to", "BEFORE_FROM", "The last day is before the first."));
        }
        if (from.getYear() < EARLIEST || to.getYear() > LATEST) {
            problems.add(new FieldProblem(
                    "from", "OUT_OF_RANGE", "A lease lies between " + EARLIEST + " and " + LATEST + "."));
        }
        if (rent.isNegative()) {
            problems.add(new FieldProblem("rent", "NEGATIVE", "A rent cannot be negative."));
        }
        if (deposit != null && deposit.isNegative()) {
            problems.add(new FieldProblem("deposit", "NEGATIVE", "A deposit cannot be negative."));
        }
        if (deposit != null && !deposit.currency().equals(rent.currency())) {
            problems.add(new FieldProblem("deposit", "OTHER_CURRENCY", "The deposit is in the currency of the rent."));
        }
        if (termination != null && state != LeaseState.TERMINATED) {
            problems.add(new FieldProblem("termination", "NOT_TERMINATED", "Only with the state TERMINATED."));
        }
        if (problems.isEmpty()) {
            return this;
        }
        throw new InvalidRequest(problems);
    }
}
