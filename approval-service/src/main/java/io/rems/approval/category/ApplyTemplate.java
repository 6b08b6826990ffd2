package io.rems.approval.category;

import io.rems.approval.category.CategoryTemplate.Template;
import io.rems.platform.Identifiers;
import io.rems.platform.access.FirmId;
import java.util.Locale;
import java.util.UUID;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Gives a new firm the categories of a template, but none whose code it has made use of meanwhile. */
@Service
class ApplyTemplate {
    private final R2dbcCategories categories;
    private final KeepCategories keepCategories;
    private final KeepExpenseTypes keepTypes;

    ApplyTemplate(R2dbcCategories categories, KeepCategories keepCategories, KeepExpenseTypes keepTypes) {
        this.categories = categories;
        this.keepCategories = keepCategories;
        this.keepTypes = keepTypes;
    }

    Mono<Void> apply(CategoryTemplate template, FirmId firm) {
        return categories
                .codes()
                .flatMap(taken -> Flux.fromIterable(template.categories())
                        .filter(category -> !taken.contains(category.code()))
                        .concatMap(category -> add(category, firm))
                        .then());
    }

    private Mono<Void> add(Template template, FirmId firm) {
        UUID id = Identifiers.derived(firm.value(), "expense category " + template.code());
        return keepCategories
                .add(new Category(id, template.code(), template.name(), null, null, true))
                .thenMany(Flux.fromIterable(template.types()))
                .concatMap(type -> keepTypes.add(type(id, type)))
                .then();
    }

    private static ExpenseType type(UUID category, String name) {
        String code = name.toUpperCase(Locale.ROOT).replace(' ', '_');
        return new ExpenseType(Identifiers.derived(category, code), category, code, name, true);
    }
}
