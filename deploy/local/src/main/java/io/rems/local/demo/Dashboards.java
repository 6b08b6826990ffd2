package io.rems.local.demo;

import java.math.BigDecimal;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** What the dashboards showed before the story, and what they show after it. */
final class Dashboards {

    private static final String PORTFOLIO = "/api/v1/reports/owner-portfolio";
    private static final String STATISTICS = "/api/v1/reports/firm-statistics";

    private final Stage stage;
    private final Actor administrator;
    private final Actor owner;
    private final BigDecimal ownersPart;
    private final long approved;
    private final long escalated;

    Dashboards(Stage stage, Actor administrator, Actor owner) {
        this.stage = stage;
        this.administrator = administrator;
        this.owner = owner;
        this.ownersPart = ownersPart(owner.aside().get(PORTFOLIO).body());
        var statistics = administrator.aside().get(STATISTICS).body();
        this.approved = count(statistics, "APPROVED");
        this.escalated = count(statistics, "ESCALATED");
    }

    /** The owner's part of what was approved, to the last fils. */
    void showOwnersPart(BigDecimal more) {
        var expected = ownersPart.add(more);
        stage.await(
                "the owner's portfolio to show " + expected + " KWD",
                Stage.PATIENCE,
                () -> Optional.of(owner.aside().get(PORTFOLIO).body())
                        .filter(portfolio -> ownersPart(portfolio).compareTo(expected) == 0));
        var portfolio = owner.told().get(PORTFOLIO);
        stage.narrator()
                .outcome(
                        "%s holds shares of %s properties; his part of approved expenses grew by %s to %s KWD. As of %s."
                                .formatted(
                                        owner.name(),
                                        portfolio.text("/summary/properties"),
                                        more.toPlainString(),
                                        expected.toPlainString(),
                                        portfolio.text("asOf")));
    }

    void showStates(long moreApproved, long moreEscalated) {
        stage.await(
                "the firm's statistics to count them",
                Stage.PATIENCE,
                () -> Optional.of(administrator.aside().get(STATISTICS).body())
                        .filter(now -> count(now, "APPROVED") == approved + moreApproved)
                        .filter(now -> count(now, "ESCALATED") == escalated + moreEscalated));
        var statistics = administrator.told().get(STATISTICS);
        stage.narrator().outcome("Expenses by state: " + statistics.node("/expenses/by"));
    }

    void showOverdue(String expense) {
        var overdue = "/api/v1/reports/pending-approvals?urgency=OVERDUE&limit=200";
        var found = stage.await(
                "the escalated expense to be overdue",
                Stage.PATIENCE,
                () -> administrator
                        .aside()
                        .get(overdue)
                        .node("items")
                        .valueStream()
                        .filter(item -> item.path("expenseId").asString().equals(expense))
                        .findFirst());
        administrator.told().get(overdue);
        Stage.expect(found.path("state").asString().equals("ESCALATED"), "it is overdue but not escalated");
        stage.narrator()
                .outcome("%s: %s, %s KWD, %s since %s"
                        .formatted(
                                found.path("urgency").asString(),
                                found.path("description").asString(),
                                found.at("/amount/amount").asString(),
                                found.path("state").asString(),
                                found.path("escalatedAt").asString()));
    }

    void showAudit(String expense) {
        var log = administrator.told().get("/api/v1/audit-log?entity=" + expense);
        var types = log.node("items")
                .valueStream()
                .map(entry -> entry.path("type").asString())
                .toList()
                .reversed();
        types.forEach(type -> stage.narrator().outcome(type));
        Stage.expect(
                types.stream()
                                .filter(type -> type.contains("ApprovalEscalated"))
                                .count()
                        == 1,
                "the audit log does not have the escalation exactly once");
        var check = administrator.told().get("/api/v1/audit-log/verification");
        Stage.expect(check.node("intact").asBoolean(), "the audit log's chain is broken");
        stage.narrator().outcome("The chain of %s entries is intact.".formatted(check.text("entries")));
    }

    private static BigDecimal ownersPart(JsonNode portfolio) {
        return portfolio
                .at("/summary/approvedExpenses")
                .valueStream()
                .map(expenses -> new BigDecimal(expenses.at("/total/amount").asString()))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static long count(JsonNode statistics, String state) {
        return statistics.at("/expenses/by").path(state).asLong(0);
    }
}
