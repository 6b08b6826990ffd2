package io.rems.approval;

import static io.rems.approval.TestFirm.newOwner;
import static io.rems.approval.TestFirm.part;

import io.rems.platform.Identifiers;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What ownership-service and firm-service tell decides on the expenses after it, and only the newest of it. */
@ApprovalServiceTest
class ReplicaTest {

    @Autowired
    TestFirms firms;

    @Autowired
    OwnershipStandIn.Answers ownership;

    @Test
    void anOlderTableOfAPropertyChangesNothing() {
        var firm = firms.open();
        var fatima = newOwner();
        var property = firm.property(part(newOwner(), "1/1"));
        firm.ownership(property, 3, part(fatima, "1/1"));

        firm.tellOwnership(property, 2, part(newOwner(), "1/1"));
        firm.rename(property, 2);

        firm.approve(firm.owner(fatima), firm.submit(property, "4500.000"))
                .expectStatus()
                .isOk();
    }

    @Test
    void whatWasToldAtVersionZeroOfADescribedPropertyIsNotAskedFor() {
        var firm = firms.open();
        var property = firm.namedProperty();
        ownership.failsFor(property);
        firm.hasState(firm.submit(property, "4500.000"), "ROUTING");

        firm.ownership(property, 0);

        firm.hasState(firm.submit(property, "4600.000"), "PENDING");
    }

    @Test
    void whatWasToldAtVersionZeroBeforeThePropertyWasDescribedHolds() {
        var firm = firms.open();
        var fatima = newOwner();
        var property = untold();
        firm.ownership(property, 0, part(fatima, "1/1"));

        firm.rename(property, 1);

        isDecidedBy(firm, fatima, property);
    }

    @Test
    void ofTwoTablesOfVersionZeroTheFirstHolds() {
        var firm = firms.open();
        var fatima = newOwner();
        var property = untold();
        firm.ownership(property, 0, part(fatima, "1/1"));

        firm.tellOwnership(property, 0, part(newOwner(), "1/1"));
        firm.rename(property, 1);

        isDecidedBy(firm, fatima, property);
    }

    @Test
    void aTableOfVersionZeroAfterALaterOneChangesNothing() {
        var firm = firms.open();
        var fatima = newOwner();
        var property = untold();
        firm.ownership(property, 2, part(fatima, "1/1"));

        firm.tellOwnership(property, 0, part(newOwner(), "1/1"));
        firm.rename(property, 1);

        isDecidedBy(firm, fatima, property);
    }

    /** Of which nobody could ask either. */
    private UUID untold() {
        var property = Identifiers.next();
        ownership.failsFor(property);
        return property;
    }

    private static void isDecidedBy(TestFirm firm, UUID owner, UUID property) {
        firm.approve(firm.owner(owner), firm.submit(property, "4500.000"))
                .expectStatus()
                .isOk();
    }

    @Test
    void aTransferDoesNotChangeWhoDecidesOnWhatIsRouted() {
        var firm = firms.open();
        var before = newOwner();
        var after = newOwner();
        var property = firm.property(part(before, "1/1"));
        var expense = firm.submit(property, "4500.000");

        firm.ownership(property, 2, part(after, "1/1"));

        firm.approve(firm.owner(after), expense).expectStatus().isNotFound();
        firm.approve(firm.owner(before), expense).expectStatus().isOk();
    }

    @Test
    void theLimitIsInTheCurrencyOfTheFirm() {
        var firm = firms.open();
        firm.hasCurrency("SAR");
        var property = firm.property();

        var riyals = firm.submit(property, "0", Map.of("amount", Map.of("amount", "900.00", "currency", "SAR")));
        var dinars = firm.submit(property, "900.000");

        firm.hasState(riyals, "APPROVED");
        firm.hasState(dinars, "PENDING");
    }

    @Test
    void aValueThatIsNoneLeavesThePolicyAsItIs() {
        var firm = firms.open();
        firm.tellSetting("approval.rule", "COIN_TOSS");
        firm.set("approval.autoApproveLimit", "5000.000");

        var expense = firm.submit(firm.property(), "4500.000");

        firm.hasState(expense, "APPROVED");
    }
}
