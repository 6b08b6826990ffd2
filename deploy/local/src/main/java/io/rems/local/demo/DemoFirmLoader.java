package io.rems.local.demo;

import io.rems.local.EventLag;
import io.rems.local.Progress;
import io.rems.local.StackFailure;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.function.BooleanSupplier;
import tools.jackson.databind.node.ObjectNode;

/** Brings one demo firm in, as the people would who work there. */
final class DemoFirmLoader {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String CHANGED = "rems.ownership.OwnershipChanged.v1";

    private final DemoFirm firm;
    private final People people;
    private final String kafkaBootstrap;

    DemoFirmLoader(DemoFirm firm, People people, String kafkaBootstrap) {
        this.firm = firm;
        this.people = people;
        this.kafkaBootstrap = kafkaBootstrap;
    }

    void load(Progress progress) {
        var body = (ObjectNode) firm.firm().deepCopy();
        body.put("id", firm.id().toString());
        people.operator().create("/api/v1/platform/firms", body, "/api/v1/platform/firms/" + firm.id());
        people.appointStaff();
        var accountant = people.as(firm.accountant());
        Section.ALL.forEach(section -> section.load(firm, accountant));
        people.appointOwnersAndTenants();
        awaitOwnershipKnown();
        var expenses = new DemoExpenses(firm, people);
        firm.section("expenses").forEach(expenses::load);
        progress.say(firm.name() + " is in");
    }

    /**
     * Who must approve an expense is settled at submission, from what approval-service has heard by then: so it must have
     * heard all before demo expenses are submitted.
     */
    private void awaitOwnershipKnown() {
        var periods = new LinkedHashMap<String, Integer>();
        firm.section("ownershipPeriods")
                .forEach(period -> periods.merge(Resolved.of(firm, period).take("property"), 1, Integer::sum));
        periods.forEach((property, changes) -> await(
                "the ownership of property " + property + " to be published",
                () -> people.administrator()
                                .get("/api/v1/audit-log?limit=200&type=%s&entity=%s".formatted(CHANGED, property))
                                .node("items")
                                .size()
                        >= changes));
        await(
                "approval-service to hear who owns what",
                () -> EventLag.of(kafkaBootstrap, "rems.approval.properties", "rems.ownership.events") == 0);
    }

    private static void await(String what, BooleanSupplier condition) {
        if (!Waiting.until(PATIENCE, condition)) {
            throw new StackFailure("Waited %d s for %s".formatted(PATIENCE.toSeconds(), what));
        }
    }
}
