package io.rems.reporting.portfolio;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.rems.platform.Money;
import io.rems.platform.Share;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What an owner holds.
 *
 * @param date the day for which shares are given
 * @param next cursor of the following page of properties; absent on the last
 * @param asOf time of the newest event that is shown; absent before the first
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record OwnerPortfolio(
        LocalDate date,
        OwnerName owner,
        Summary summary,
        List<HeldProperty> properties,
        @Nullable String next,
        @Nullable Instant asOf) {

    /** @param name none until the owner's own event has come */
    record OwnerName(UUID id, @Nullable String name) {}

    /**
     * @param properties how many he holds a share of
     * @param pendingApprovals requests that wait for his answer
     * @param approvedExpenses his part, also of properties that he no longer holds
     */
    record Summary(long properties, long pendingApprovals, List<ApprovedExpenses> approvedExpenses) {}

    /**
     * Approved expenses in one currency, divided by his share on the day of each.
     *
     * @param total his part of them all
     * @param thisYear his part of those in the calendar year of the portfolio's date
     */
    record ApprovedExpenses(long expenses, Money total, Money thisYear) {}

    /** @param to the first day on which he no longer holds it, where that is known */
    record HeldProperty(
            UUID propertyId,
            @Nullable String code,
            @Nullable String name,
            @Nullable String type,
            @Nullable String location,
            Share share,
            boolean primaryContact,
            LocalDate from,
            @Nullable LocalDate to,
            long pendingApprovals,
            List<ApprovedExpenses> approvedExpenses) {

        HeldProperty with(List<ApprovedExpenses> expenses) {
            return new HeldProperty(
                    propertyId,
                    code,
                    name,
                    type,
                    location,
                    share,
                    primaryContact,
                    from,
                    to,
                    pendingApprovals,
                    expenses);
        }
    }
}
