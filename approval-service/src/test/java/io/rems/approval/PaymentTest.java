package io.rems.approval;

import static org.assertj.core.api.Assertions.assertThat;

import io.rems.platform.test.TestEvents;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Approval blocks payment. */
@ApprovalServiceTest
class PaymentTest {

    @Autowired
    TestFirms firms;

    @Autowired
    TestEvents events;

    TestFirm firm;
    UUID property;

    @BeforeEach
    void openFirm() {
        firm = firms.open();
        property = firm.property();
    }

    @Test
    void whatIsApprovedIsPaidOnceAndInFull() {
        var expense = firm.submit(property, "10.000");

        Answers.invalid(firm.pay(expense, "9.000", "short"), "amount", "NOT_THE_AMOUNT");
        firm.pay(expense, "10.000", "whole")
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.state")
                .isEqualTo("PAID")
                .jsonPath("$.payment.reference")
                .isEqualTo("TRX-1");

        Answers.refused(firm.pay(expense, "10.000", "again"), "ALREADY_PAID");
        Answers.refused(
                firm.accountant().post("/api/v1/expenses/{id}/voiding", Map.of("reason", "X"), expense),
                "ALREADY_PAID");
        assertThat(events.await("rems.approval.ExpensePaid.v1", expense).aggregateVersion())
                .isEqualTo(4);
    }

    @Test
    void whatIsNotApprovedIsNotPaid() {
        var draft = firm.add("/api/v1/expenses", firm.expense(property, "10.000"));
        var pending = firm.submit(property, "4500.000");

        Answers.refused(firm.pay(draft, "10.000", "one"), "NOT_APPROVED");
        Answers.refused(firm.pay(pending, "4500.000", "two"), "NOT_APPROVED");
        firm.reject(firm.admin(), pending).expectStatus().isOk();
        Answers.refused(firm.pay(pending, "4500.000", "three"), "NOT_APPROVED");
    }

    @Test
    void aPaymentNeedsAKeyAndSentTwiceUnderItIsOne() {
        var expense = firm.submit(property, "10.000");

        firm.accountant()
                .post("/api/v1/expenses/{id}/payment", TestFirm.payment("10.000"), expense)
                .expectStatus()
                .isBadRequest();
        firm.pay(expense, "10.000", "once").expectStatus().isOk();
        firm.pay(expense, "10.000", "once").expectStatus().isOk();

        assertThat(events.all())
                .filteredOn(
                        event -> event.subject().equals(expense) && event.type().equals("rems.approval.ExpensePaid.v1"))
                .hasSize(1);
    }

    @Test
    void nothingIsPaidToABlockedVendorNorByAnotherFirm() {
        var expense = firm.submit(property, "10.000");
        firms.open().pay(expense, "10.000", "foreign").expectStatus().isNotFound();
        firm.accountant()
                .post("/api/v1/vendors/{id}/blocking", Map.of("reason", "Insolvent"), firm.vendor())
                .expectStatus()
                .isOk();

        Answers.refused(firm.pay(expense, "10.000", "one"), "VENDOR_BLOCKED");
        firm.hasState(expense, "APPROVED");
    }

    @RepeatedTest(10)
    void ofTwoWhoPayAtTheSameInstantOneWins() throws Exception {
        var expense = firm.submit(property, "10.000");
        Callable<Integer> one = () -> status(expense, "one");
        Callable<Integer> other = () -> status(expense, "other");

        try (var threads = Executors.newFixedThreadPool(2)) {
            assertThat(threads.invokeAll(List.of(one, other)))
                    .extracting(answer -> answer.resultNow())
                    .containsExactlyInAnyOrder(200, 409);
        }
        firm.hasState(expense, "PAID");
    }

    private int status(UUID expense, String key) {
        return firm.pay(expense, "10.000", key)
                .expectBody()
                .returnResult()
                .getStatus()
                .value();
    }
}
