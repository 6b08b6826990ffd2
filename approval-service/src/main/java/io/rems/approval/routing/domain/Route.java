package io.rems.approval.routing.domain;

import io.rems.approval.businesstime.domain.BusinessTime;
import io.rems.approval.decision.domain.ApprovalEvent;
import io.rems.approval.decision.domain.ApprovalRequest;
import io.rems.approval.decision.domain.Ballot;
import io.rems.approval.decision.domain.Matter;
import io.rems.approval.escalation.domain.Timetable;
import io.rems.approval.ownership.domain.Ownership;
import io.rems.platform.Money;
import io.rems.platform.Outcome;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The way of an expense to those who decide on it; everything that it follows from, kept to be read later.
 *
 * @param propertyName absent until ownership-service has told it
 */
public record Route(Claim claim, @Nullable String propertyName, Terms terms, Others others, Ownership ownership) {

    public Route {
        if (!ownership.property().equals(claim.property()) || !ownership.asOf().equals(claim.date())) {
            throw new IllegalArgumentException("Not the ownership on the expense date: " + ownership);
        }
    }

    public Money counted() {
        return claim.amount().plus(others.sum());
    }

    /** An amount in a currency that the limit does not speak of is never small enough. */
    public boolean isWithinLimit() {
        var limit = terms.counting().amount();
        return counted().currency().equals(limit.currency()) && counted().compareTo(limit) <= 0;
    }

    /** What becomes of it while nobody decides, if somebody is asked at this instant. */
    public Timetable timetable(Instant at, BusinessTime time) {
        return terms.policy().patience(claim.priority()).from(at, time);
    }

    public Outcome<ApprovalRequest, ApprovalEvent> open(Instant at, BusinessTime time) {
        var ballot = Ballot.of(terms.rule(), ownership);
        return isWithinLimit()
                ? ApprovalRequest.approveAtOnce(matter(), ballot, at)
                : ApprovalRequest.open(matter(), ballot, at, timetable(at, time).deadline());
    }

    private Matter matter() {
        return claim.matter(propertyName, terms.policy().selfApproval());
    }
}
