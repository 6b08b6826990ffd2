package io.rems.local.demo;

import io.rems.local.api.Answer;
import io.rems.local.api.Gateway;
import java.io.PrintStream;
import java.math.BigDecimal;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * The main story of REMS, played through the gateway: expenses and who decides on them. Every step is checked, so that
 * it doubles as an acceptance test. It can be played again and again.
 */
public final class DemoStory {

    private static final String ESCALATE_AFTER = "approval.escalateAfter";
    private static final Duration SECONDS = Duration.ofSeconds(5);
    private static final int ATTEMPTS = 10;

    private final Stage stage;
    private final Narrator narrator;
    private final String kafkaBootstrap;

    public DemoStory(URI gateway, String kafkaBootstrap, PrintStream out) {
        this.narrator = new Narrator(out);
        this.stage = new Stage(Gateway.at(gateway), DemoFirm.KUWAIT_PROPERTIES, narrator);
        this.kafkaBootstrap = kafkaBootstrap;
    }

    /** @throws StoryBroken if a step does not hold */
    public void play() {
        var accountant = stage.enter("accountant@kuwait-properties.example");
        var administrator = stage.enter("admin@kuwait-properties.example");
        var nasser = stage.enter("nasser@kuwait-properties.example");
        var maryam = stage.enter("maryam@kuwait-properties.example");
        var khalid = stage.enter("khalid@kuwait-properties.example");
        var dashboards = new Dashboards(stage, administrator, nasser);

        ownerDecides(accountant, nasser, maryam);
        majorityDecides(accountant, nasser, maryam, khalid);
        administratorDecides(accountant, administrator, nasser);
        var leftAlone = nobodyDecides(accountant, administrator, nasser);
        new ChangingHands(stage, accountant).play(nasser, "nasser");

        narrator.chapter("The dashboards show it all");
        dashboards.showOwnersPart(new BigDecimal("2750.000"));
        dashboards.showStates(3, 1);
        dashboards.showOverdue(leftAlone);
        dashboards.showAudit(leftAlone);
        narrator.says("Every step held.");
    }

    private void ownerDecides(Actor accountant, Actor owner, Actor other) {
        narrator.chapter("An expense on an owner's property: the owner decides");
        narrator.says("%s, accountant, submits 1,850 KWD for Salmiya Garden Residence, which is wholly %s's."
                .formatted(accountant.name(), owner.name()));
        var expense = pending(
                accountant, stage.submit(accountant, "SLM-01", "repairs", "1850.000", "Entrance hall repaired"));

        narrator.says("%s may not decide on what he submitted.".formatted(accountant.name()));
        stage.expectRefusal(accountant.mayNot("decide", () -> accountant.approve(expense, "")), 409, "OWN_SUBMISSION");
        narrator.says("For %s, who owns nothing there, it does not exist.".formatted(other.name()));
        stage.expectRefusal(other.mayNot("see it", () -> other.told().get(expense)), 404, "NOT_FOUND");

        narrator.says("%s approves.".formatted(owner.name()));
        owner.approve(expense, "Go ahead");
        stage.expectState(accountant, expense, "APPROVED");
    }

    private void majorityDecides(Actor accountant, Actor first, Actor second, Actor third) {
        narrator.chapter("An expense on a property of three: more than half of the shares decide");
        narrator.says("%s submits 2,700 KWD for Jabriya Court, which belongs to three in equal parts."
                .formatted(accountant.name()));
        var expense =
                pending(accountant, stage.submit(accountant, "JBR-02", "upkeep", "2700.000", "Courtyard paved anew"));

        narrator.says("%s approves with a third: not enough.".formatted(first.name()));
        var once = first.approve(expense, "Yes");
        Stage.expect(once.text("/approved/fraction").equals("1/3"), "one of three counts " + once.node("approved"));
        stage.expectState(accountant, expense, "PENDING");

        narrator.says("%s approves: two thirds.".formatted(second.name()));
        second.approve(expense, "Me too");
        stage.expectState(accountant, expense, "APPROVED");

        narrator.says("%s comes too late.".formatted(third.name()));
        stage.expectRefusal(third.mayNot("still vote", () -> third.approve(expense, "")), 409, "ALREADY_DECIDED");
    }

    private void administratorDecides(Actor accountant, Actor administrator, Actor owner) {
        narrator.chapter("An expense on the firm's own property: an administrator decides");
        narrator.says(
                "%s submits 3,150 KWD for Sharq Office Tower, which no owner holds.".formatted(accountant.name()));
        var expense =
                pending(accountant, stage.submit(accountant, "SHQ-03", "safety", "3150.000", "Emergency lighting"));
        narrator.says("It does not concern %s.".formatted(owner.name()));
        stage.expectRefusal(owner.mayNot("see it", () -> owner.told().get(expense)), 404, "NOT_FOUND");

        narrator.says("%s, administrator, approves.".formatted(administrator.name()));
        administrator.approve(expense, "Within the budget");
        stage.expectState(accountant, expense, "APPROVED");
    }

    private String nobodyDecides(Actor accountant, Actor administrator, Actor owner) {
        narrator.chapter("An expense that nobody decides on: it goes to the administrators");
        narrator.says("%s lets approvals escalate after five seconds instead of days.".formatted(administrator.name()));
        try (var escalations = new Escalations(kafkaBootstrap);
                var _ = PassingSetting.set(administrator, ESCALATE_AFTER, SECONDS.toString())) {
            narrator.says("%s submits 1,240 KWD on %s's property.".formatted(accountant.name(), owner.name()));
            var expense = withShortDeadline(accountant, administrator);
            var id = expense.text("id");

            narrator.says("Nobody does anything. Another system listens on Kafka ...");
            var event = stage.await("the event ApprovalEscalated", Stage.PATIENCE, () -> escalations.of(id));
            narrator.outcome("%s %s, partition %d, offset %d"
                    .formatted(
                            Escalations.header(event, "ce_type"),
                            Escalations.header(event, "ce_id"),
                            event.partition(),
                            event.offset()));
            narrator.outcome(event.value());
            stage.expectState(accountant, Stage.path(expense), "ESCALATED");
            Stage.expect(escalations.allUntilNow(id).size() == 1, "it escalated more than once");
            narrator.says("Deadlines are as they were.");
            return id;
        }
    }

    /** The new setting reaches approval-service by event, a moment later: what was quicker is put aside. */
    private Answer withShortDeadline(Actor accountant, Actor administrator) {
        for (var attempt = 1; attempt <= ATTEMPTS; attempt++) {
            var path = pending(
                    accountant, stage.submit(accountant, "SLM-01", "repairs", "1240.000", "Garden wall, left alone"));
            var expense = accountant.aside().get(path);
            var requested = Instant.parse(expense.text("/approval/requestedAt"));
            if (!Instant.parse(expense.text("/approval/deadline")).isAfter(requested.plus(SECONDS))) {
                return expense;
            }
            narrator.outcome("The setting has not arrived yet: again.");
            putAside(accountant, path);
        }
        throw new StoryBroken(administrator.name() + "'s setting does not reach approval-service");
    }

    private void putAside(Actor accountant, String path) {
        var owner = stage.enter("nasser@kuwait-properties.example");
        owner.aside().post(path + "/rejection", Map.of("reason", "Submitted before the new deadline"));
        stage.await(
                "the rejection",
                Stage.PATIENCE,
                () -> Optional.of(accountant.aside().get(path))
                        .filter(expense -> expense.text("state").equals("REJECTED")));
    }

    private String pending(Actor accountant, Answer submitted) {
        var expense = stage.routed(accountant, Stage.path(submitted));
        Stage.expect(expense.text("state").equals("PENDING"), "the submitted expense is " + expense.text("state"));
        narrator.outcome("The expense is PENDING until " + expense.text("/approval/deadline") + ".");
        return Stage.path(submitted);
    }
}
