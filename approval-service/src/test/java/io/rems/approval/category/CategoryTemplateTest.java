package io.rems.approval.category;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.rems.platform.Identifiers;
import io.rems.platform.access.FirmId;
import io.rems.platform.test.RemsHttp;
import io.rems.platform.test.RemsTest;
import io.rems.platform.test.TestCallers;
import io.rems.platform.test.TestEvents;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

@RemsTest
class CategoryTemplateTest {
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final String CATEGORIES = "/api/v1/expense-categories?limit=200";

    @Autowired
    private RemsHttp http;

    @Autowired
    private TestEvents events;

    private final FirmId firm = TestCallers.newFirm();

    @Test
    void newFirmBeginsWithTheCategoriesOfItsTemplateOnceHoweverOftenItIsTold() {
        UUID told = begin(firm, "KUWAIT_RESIDENTIAL");
        awaitCategories(firm, 7);

        events.publishAgain(
                told, "firm", "rems.firm.FirmCreated.v1", firm, firm.value(), 1, created("KUWAIT_RESIDENTIAL"));
        FirmId later = TestCallers.newFirm();
        begin(later, "COMMERCIAL");
        awaitCategories(later, 8);

        assertThat(codes(firm)).hasSize(7).contains("MAINTENANCE", "GUARD");
        assertThat(types(firm)).contains("HARIS_SALARY", "AIR_CONDITIONING");
        assertThat(codes(later)).contains("FIT_OUT").doesNotContain("GUARD");
    }

    @Test
    void firmWithoutTemplateBeginsWithNone() {
        FirmId later = TestCallers.newFirm();
        begin(firm, null);
        begin(later, "COMMERCIAL");
        awaitCategories(later, 8);

        assertThat(codes(firm)).isEmpty();
    }

    @Test
    void categoryThatTheFirmHasMadeItselfStays() {
        http.as(TestCallers.accountant(firm))
                .post("/api/v1/expense-categories", Map.of("code", "GUARD", "name", "Our own guards"))
                .expectStatus()
                .isCreated();

        begin(firm, "KUWAIT_RESIDENTIAL");

        awaitCategories(firm, 7);
    }

    @Test
    void everyTemplateHasCodesThatDiffer() {
        assertThat(CategoryTemplate.values()).allSatisfy(template -> {
            List<String> codes = template.categories().stream()
                    .map(CategoryTemplate.Template::code)
                    .toList();
            assertThat(new HashSet<>(codes)).hasSameSizeAs(codes);
        });
    }

    private UUID begin(FirmId firm, @Nullable String template) {
        UUID id = Identifiers.next();
        events.publishAgain(id, "firm", "rems.firm.FirmCreated.v1", firm, firm.value(), 1, created(template));
        return id;
    }

    private static Map<String, Object> created(@Nullable String template) {
        return template == null
                ? Map.of("currency", "KWD")
                : Map.of("currency", "KWD", "expenseCategoryTemplate", template);
    }

    private void awaitCategories(FirmId firm, int count) {
        await().atMost(PATIENCE).until(() -> codes(firm).size() == count);
    }

    private List<String> codes(FirmId firm) {
        return items(firm, CATEGORIES);
    }

    private List<String> types(FirmId firm) {
        return items(firm, "/api/v1/expense-types?limit=200");
    }

    private List<String> items(FirmId firm, String path) {
        JsonNode page = http.as(TestCallers.accountant(firm))
                .get(path)
                .expectStatus()
                .isOk()
                .expectBody(JsonNode.class)
                .returnResult()
                .getResponseBody();
        assertThat(page).isNotNull();
        return page.path("items").findValuesAsString("code");
    }
}
