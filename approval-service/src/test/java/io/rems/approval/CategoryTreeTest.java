package io.rems.approval;

import static org.assertj.core.api.Assertions.assertThat;

import io.rems.platform.test.RemsHttp;
import io.rems.platform.test.TestEvents;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;

/** What expenses are for. */
@ApprovalServiceTest
class CategoryTreeTest {

    private static final String CATEGORY = "/api/v1/expense-categories/{id}";

    @Autowired
    TestFirms firms;

    @Autowired
    TestEvents events;

    TestFirm firm;

    @BeforeEach
    void openFirm() {
        firm = firms.open();
    }

    @Test
    void theTreeShowsCategoriesBelowEachOtherWithTheirTypes() {
        var plumbing = category("PLUMB", firm.category());
        category("DRAINS", plumbing);
        firm.add("/api/v1/expense-types", Map.of("categoryId", plumbing, "code", "LEAK", "name", "Leak"));
        firm.accountant()
                .command(CATEGORY + "/deactivation", plumbing)
                .expectStatus()
                .isOk();

        firm.accountant()
                .get("/api/v1/expense-categories/tree")
                .expectStatus()
                .isOk()
                .expectBody()
                .json("""
                {"categories": [{"code": "MAINT", "active": true, "offered": true, "types": [], "categories": [
                  {"code": "PLUMB", "active": false, "offered": false, "types": [{"code": "LEAK", "active": true}],
                   "categories": [{"code": "DRAINS", "active": true, "offered": false, "categories": []}]}]}]}""");
    }

    @Test
    void aCategoryIsRenamedAndMoved() {
        var child = category("PLUMB", firm.category());

        firm.accountant()
                .put(CATEGORY, 1, Map.of("code", "WATER", "name", "Water"), child)
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.parentId")
                .isEmpty();

        assertThat(events.await("rems.approval.ExpenseCategoryChanged.v1", child)
                        .aggregateVersion())
                .isEqualTo(2);
        firm.accountant()
                .put(CATEGORY, 1, Map.of("code", "WATER", "name", "Water"), child)
                .expectStatus()
                .isEqualTo(412);
    }

    @Test
    void noCategoryIsMovedBelowItself() {
        var child = category("PLUMB", firm.category());
        var grandchild = category("DRAINS", child);

        Answers.refused(move(firm.accountant(), firm.category(), grandchild), "CATEGORY_CYCLE");
        Answers.refused(move(firm.accountant(), child, child), "CATEGORY_CYCLE");
        Answers.invalid(move(firm.accountant(), child, UUID.randomUUID()), "parentId", "UNKNOWN");
    }

    @RepeatedTest(10)
    void twoWhoMoveAtTheSameInstantMakeNoCycleTogether() throws Exception {
        var left = category("LEFT", null);
        var right = category("RIGHT", null);
        Callable<Integer> leftBelowRight = () -> status(left, right);
        Callable<Integer> rightBelowLeft = () -> status(right, left);

        try (var threads = Executors.newFixedThreadPool(2)) {
            var answers = threads.invokeAll(List.of(leftBelowRight, rightBelowLeft)).stream()
                    .map(answer -> answer.resultNow())
                    .toList();

            assertThat(answers).containsExactlyInAnyOrder(200, 409);
        }
        assertThat(Answers.json(firm.accountant().get("/api/v1/expense-categories/tree"))
                        .at("/categories")
                        .size())
                .isEqualTo(2);
    }

    @Test
    void whatIsNotOfferedAnyLongerKeepsItsExpensesAndGetsNoMore() {
        var type = firm.add(
                "/api/v1/expense-types", Map.of("categoryId", firm.category(), "code", "LEAK", "name", "Leak"));
        var expense = firm.expense(firm.property(), "10.000");
        expense.put("typeId", type);
        var before = firm.add("/api/v1/expenses", expense);

        firm.accountant()
                .command("/api/v1/expense-types/{id}/deactivation", type)
                .expectStatus()
                .isOk();
        Answers.invalid(firm.accountant().post("/api/v1/expenses", expense), "typeId", "INACTIVE");
        var below = category("BELOW", firm.category());
        firm.accountant()
                .command(CATEGORY + "/deactivation", firm.category())
                .expectStatus()
                .isOk();
        expense.remove("typeId");
        expense.put("categoryId", below);
        Answers.invalid(firm.accountant().post("/api/v1/expenses", expense), "categoryId", "INACTIVE");
        firm.hasState(before, "DRAFT");

        firm.accountant()
                .command(CATEGORY + "/activation", firm.category())
                .expectStatus()
                .isOk();
        firm.accountant().post("/api/v1/expenses", expense).expectStatus().isCreated();
    }

    @Test
    void anotherFirmCannotTouchThem() {
        var foreign = firms.open().accountant();

        move(foreign, firm.category(), null).expectStatus().isNotFound();
        foreign.command(CATEGORY + "/deactivation", firm.category())
                .expectStatus()
                .isNotFound();
        Answers.invalid(
                foreign.post(
                        "/api/v1/expense-categories", Map.of("code", "X", "name", "X", "parentId", firm.category())),
                "parentId",
                "UNKNOWN");
    }

    private UUID category(String code, @Nullable UUID parent) {
        var body = Map.of("code", code, "name", code);
        return firm.add(
                "/api/v1/expense-categories",
                parent == null ? body : Map.of("code", code, "name", code, "parentId", parent));
    }

    private int status(UUID category, UUID parent) {
        return move(firm.accountant(), category, parent)
                .expectBody()
                .returnResult()
                .getStatus()
                .value();
    }

    private static ResponseSpec move(RemsHttp.AsCaller caller, UUID category, @Nullable UUID parent) {
        Map<String, Object> body = Map.of("code", "C" + category.hashCode(), "name", "Moved");
        return caller.put(
                CATEGORY,
                1,
                parent == null ? body : Map.of("code", "C" + category.hashCode(), "name", "Moved", "parentId", parent),
                category);
    }
}
