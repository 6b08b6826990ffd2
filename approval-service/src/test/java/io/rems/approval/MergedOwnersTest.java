package io.rems.approval;

import static io.rems.approval.TestFirm.newOwner;
import static io.rems.approval.TestFirm.part;
import static org.assertj.core.api.Assertions.assertThat;

import io.rems.platform.test.RemsHttp;
import io.rems.platform.test.TestEvents;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** An owner who was registered twice decides under the entry that goes on, on what he was asked under either. */
@ApprovalServiceTest
class MergedOwnersTest {

    @Autowired
    TestFirms firms;

    @Autowired
    TestEvents events;

    TestFirm firm;
    UUID fatima;
    UUID fatimaAgain;
    UUID yusuf;
    UUID property;

    @BeforeEach
    void fatimaHoldsTwoParts() {
        firm = firms.open();
        fatima = newOwner();
        fatimaAgain = newOwner();
        yusuf = newOwner();
        property = firm.property(part(fatima, "1/3"), part(fatimaAgain, "1/4"), part(yusuf, "5/12"));
    }

    @Test
    void herOneVoteCountsForBothHerParts() {
        var expense = firm.submit(property, "4500.000");

        firm.merged(fatimaAgain, fatima, 2);
        firm.approve(firm.owner(fatima), expense).expectStatus().isOk();

        firm.hasState(expense, "APPROVED");
        assertThat(askedOfThoseWhoVoted(expense)).containsExactlyInAnyOrder(fatima, fatimaAgain);
        assertThat(events.await("rems.approval.ApprovalDecided.v1", expense)
                        .data()
                        .get("shareFor")
                        .asString())
                .isEqualTo("7/12");
    }

    @Test
    void whatSheSaidUnderOneEntryStandsForItsPart() {
        var expense = firm.submit(property, "4500.000");
        firm.reject(firm.owner(fatimaAgain), expense).expectStatus().isOk();

        firm.merged(fatimaAgain, fatima, 2);

        assertThat(pending(firm.owner(fatima))).containsExactly(expense);
        firm.approve(firm.owner(fatima), expense).expectStatus().isOk();
        Answers.refused(firm.approve(firm.owner(fatima), expense), "ALREADY_VOTED");
        assertThat(pending(firm.owner(fatima))).isEmpty();
        firm.hasState(expense, "PENDING");
        firm.approve(firm.owner(yusuf), expense).expectStatus().isOk();
        assertThat(events.await("rems.approval.ApprovalDecided.v1", expense)
                        .data()
                        .get("shareAgainst")
                        .asString())
                .isEqualTo("1/4");
    }

    @Test
    void whatIsAskedOfHerOldEntryAfterwardsIsHersToo() {
        firm.merged(fatimaAgain, fatima, 2);

        var expense = firm.submit(firm.property(part(fatimaAgain, "1/1")), "4500.000");

        assertThat(pending(firm.owner(fatima))).containsExactly(expense);
        firm.owner(fatima).get("/api/v1/expenses/{id}", expense).expectStatus().isOk();
        firm.owner(fatima)
                .get("/api/v1/expenses/{id}/routing", expense)
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.voters[0].ownerId")
                .isEqualTo(fatima.toString());
        firm.approve(firm.owner(fatima), expense).expectStatus().isOk();
        firm.hasState(expense, "APPROVED");
    }

    @Test
    void mergersInTurnLeadToTheLastInWhateverOrderTheyAreHeardOf() {
        var last = newOwner();
        var expense = firm.submit(firm.property(part(fatimaAgain, "1/1")), "4500.000");

        firm.merged(fatimaAgain, last, 3);
        firm.merged(fatima, last, 2);
        firm.merged(fatimaAgain, fatima, 2);

        assertThat(pending(firm.owner(fatima))).isEmpty();
        firm.approve(firm.owner(last), expense).expectStatus().isOk();
    }

    @Test
    void anotherFirmsMergerChangesNothing() {
        var expense = firm.submit(firm.property(part(fatimaAgain, "1/1")), "4500.000");

        firms.open().merged(fatimaAgain, fatima, 2);

        firm.approve(firm.owner(fatima), expense).expectStatus().isNotFound();
        firm.approve(firm.owner(fatimaAgain), expense).expectStatus().isOk();
    }

    private List<UUID> askedOfThoseWhoVoted(UUID expense) {
        events.await("rems.approval.ApprovalDecided.v1", expense);
        return events.all().stream()
                .filter(event -> event.subject().equals(expense))
                .filter(event -> event.type().equals("rems.approval.ApprovalVoteCast.v1"))
                .map(event -> UUID.fromString(event.data().at("/voter/ownerId").asString()))
                .toList();
    }

    private static List<UUID> pending(RemsHttp.AsCaller caller) {
        return Answers.ids(caller.get("/api/v1/approvals/pending"), "expenseId");
    }
}
