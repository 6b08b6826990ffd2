package io.rems.approval;

import io.rems.platform.Identifiers;
import io.rems.platform.test.TestEvents;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Vendors, categories, types and drafts. */
@ApprovalServiceTest
class RecordingTest {

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
    void vendorsAreKeptAndAnnounced() {
        var vendor = firm.add(
                "/api/v1/vendors",
                Map.of("name", "Kumar Technical Services", "type", "contractor", "emergencyAvailable", true));

        firm.accountant()
                .get("/api/v1/vendors/{id}", vendor)
                .expectStatus()
                .isOk()
                .expectHeader()
                .valueEquals("ETag", "\"1\"")
                .expectBody()
                .jsonPath("$.emergencyAvailable")
                .isEqualTo(true);
        firm.accountant()
                .get("/api/v1/vendors?q=kumar&sort=-name")
                .expectBody()
                .jsonPath("$.items.length()")
                .isEqualTo(1);
        events.await("rems.approval.VendorAdded.v1", vendor);
    }

    @Test
    void categoriesFormATreeWithTypesInIt() {
        var child = firm.add(
                "/api/v1/expense-categories", Map.of("code", "PLUMB", "name", "Plumbing", "parentId", firm.category()));
        var type = firm.add("/api/v1/expense-types", Map.of("categoryId", child, "code", "LEAK", "name", "Leak"));

        events.await("rems.approval.ExpenseCategoryAdded.v1", child);
        events.await("rems.approval.ExpenseTypeAdded.v1", type);
        firm.accountant()
                .get("/api/v1/expense-types/{id}", type)
                .expectBody()
                .jsonPath("$.categoryId")
                .isEqualTo(child.toString());
    }

    @Test
    void aCodeIsUsedOnce() {
        firm.accountant()
                .post("/api/v1/expense-categories", Map.of("code", "MAINT", "name", "Again"))
                .expectStatus()
                .isEqualTo(409)
                .expectBody()
                .jsonPath("$.code")
                .isEqualTo("DUPLICATE")
                .jsonPath("$.facts.field")
                .isEqualTo("code");
    }

    @Test
    void anIdentifierIsUsedOnce() {
        var expense = firm.expense(firm.property(), "10.000");
        expense.put("id", firm.add("/api/v1/expenses", expense));

        firm.accountant()
                .post("/api/v1/expenses", expense)
                .expectStatus()
                .isEqualTo(409)
                .expectBody()
                .jsonPath("$.code")
                .isEqualTo("DUPLICATE");
    }

    @Test
    void aTypeBelongsToItsCategory() {
        var other = firm.add("/api/v1/expense-categories", Map.of("code", "UTIL", "name", "Utilities"));
        var type = firm.add("/api/v1/expense-types", Map.of("categoryId", other, "code", "WATER", "name", "Water"));
        var expense = firm.expense(firm.property(), "10.000");
        expense.put("typeId", type);

        firm.accountant()
                .post("/api/v1/expenses", expense)
                .expectStatus()
                .isEqualTo(422)
                .expectBody()
                .jsonPath("$.errors[0].field")
                .isEqualTo("typeId");
    }

    @Test
    void whatCannotBeSpentIsRefusedFieldByField() {
        var expense = firm.expense(Identifiers.next(), "0.000");
        expense.put("tax", Map.of("amount", "1.00", "currency", "USD"));

        firm.accountant()
                .post("/api/v1/expenses", expense)
                .expectStatus()
                .isEqualTo(422)
                .expectBody()
                .jsonPath("$.errors[0].field")
                .isEqualTo("amount")
                .jsonPath("$.errors[1].code")
                .isEqualTo("OTHER_CURRENCY");
    }
}
