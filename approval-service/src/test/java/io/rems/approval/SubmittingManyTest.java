package io.rems.approval;

import static io.rems.approval.TestFirm.newOwner;
import static io.rems.approval.TestFirm.part;
import static org.assertj.core.api.Assertions.assertThat;

import io.rems.platform.access.AccessLevel;
import io.rems.platform.access.Role;
import io.rems.platform.test.RemsHttp;
import io.rems.platform.test.TestCallers;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The end of an accountant's month. */
@ApprovalServiceTest
class SubmittingManyTest {

    private static final String MANY = "/api/v1/expenses/submissions";

    @Autowired
    TestFirms firms;

    TestFirm firm;
    RemsHttp.AsCaller elevated;

    @BeforeEach
    void openFirm() {
        firm = firms.open();
        elevated = firm.as(TestCallers.as(firm.id(), Role.ACCOUNTANT, AccessLevel.ELEVATED));
    }

    @Test
    void eachExpenseHasItsOwnOutcome() {
        var small = draft("10.000");
        var large = draft("4500.000");
        var before = firm.submit(firm.property(), "20.000");
        var foreign = firms.open();
        var theirs = foreign.add("/api/v1/expenses", foreign.expense(foreign.property(), "10.000"));

        var answer = Answers.json(elevated.post(MANY, Map.of("ids", List.of(small, before, theirs, large, small))));

        assertThat(answer.at("/items").findValuesAsString("state"))
                .containsExactly("APPROVED", "APPROVED", "", "PENDING");
        assertThat(answer.at("/items").findValuesAsString("submitted"))
                .containsExactly("true", "false", "false", "true");
        assertThat(answer.at("/items/1/code").asString()).isEqualTo("ALREADY_SUBMITTED");
        assertThat(answer.at("/items/2/code").asString()).isEqualTo("NOT_FOUND");
        foreign.hasState(theirs, "DRAFT");
    }

    @Test
    void onlyWhoWorksWithManyAtOnceMay() {
        firm.accountant()
                .post(MANY, Map.of("ids", List.of(draft("1.000"))))
                .expectStatus()
                .isForbidden();
        firm.owner(newOwner())
                .post(MANY, Map.of("ids", List.of(draft("1.000"))))
                .expectStatus()
                .isForbidden();
        var tooMany = IntStream.range(0, 201).mapToObj(_ -> UUID.randomUUID()).toList();
        elevated.post(MANY, Map.of("ids", tooMany)).expectStatus().isEqualTo(422);
    }

    @Test
    void theListIsWhatAnAccountantWouldAskFor() {
        var property = firm.property(part(newOwner(), "1/1"));
        var unit = firm.unit(property);
        var ofUnit = firm.submit(property, "10.000", Map.of("unitId", unit, "date", "2026-02-01", "priority", "LOW"));
        var dear = firm.submit(property, "4500.000");
        var draft = draft("7.500");

        assertThat(ids("unitId=" + unit)).containsExactly(ofUnit);
        assertThat(ids("state=DRAFT&state=PENDING&sort=amount")).containsExactly(draft, dear);
        assertThat(ids("from=2026-02-01&to=2026-02-28")).containsExactly(ofUnit);
        assertThat(ids("currency=KWD&minAmount=7.5&maxAmount=10&sort=amount")).containsExactly(draft, ofUnit);
        assertThat(ids("priority=LOW")).containsExactly(ofUnit);
        assertThat(ids("hasAttachment=false&sort=vendor,-amount")).containsExactly(dear, ofUnit, draft);
        assertThat(ids("hasAttachment=true")).isEmpty();
        Answers.invalid(firm.accountant().get("/api/v1/expenses?minAmount=1"), "currency", "REQUIRED");
        firm.accountant().get("/api/v1/expenses?state=LOST").expectStatus().isBadRequest();
    }

    private UUID draft(String amount) {
        return firm.add("/api/v1/expenses", firm.expense(firm.property(), amount));
    }

    private List<UUID> ids(String query) {
        return Answers.ids(firm.accountant().get("/api/v1/expenses?" + query), "id");
    }
}
