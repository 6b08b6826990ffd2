package io.rems.approval.category;

import io.rems.platform.Versioned;
import io.rems.platform.access.Permission;
import io.rems.platform.access.RequiresPermission;
import io.rems.platform.web.IfMatch;
import io.rems.platform.web.ListQuery;
import io.rems.platform.web.Page;
import io.rems.platform.web.Responses;
import jakarta.validation.Valid;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

@RestController
@RequestMapping("/api/v1/expense-categories")
class CategoryController {

    private final KeepCategories keepCategories;
    private final R2dbcCategories categories;
    private final R2dbcExpenseTypes types;

    CategoryController(KeepCategories keepCategories, R2dbcCategories categories, R2dbcExpenseTypes types) {
        this.keepCategories = keepCategories;
        this.categories = categories;
        this.types = types;
    }

    @PostMapping
    @RequiresPermission(Permission.EXPENSE_WRITE)
    Mono<ResponseEntity<Category>> add(@Valid @RequestBody CategoryRequest request) {
        return keepCategories
                .add(request.added())
                .map(added -> Responses.created(
                        "/api/v1/expense-categories/" + added.value().id(), added.version(), added.value()));
    }

    @PutMapping("/{id}")
    @RequiresPermission(Permission.EXPENSE_WRITE)
    Mono<ResponseEntity<Category>> change(
            @PathVariable UUID id, IfMatch ifMatch, @Valid @RequestBody CategoryRequest request) {
        return keepCategories.change(request.described(id), ifMatch.version()).map(CategoryController::respond);
    }

    /** What is recorded with it stays; further expenses are refused it. */
    @PostMapping("/{id}/deactivation")
    @RequiresPermission(Permission.EXPENSE_WRITE)
    Mono<ResponseEntity<Category>> deactivate(@PathVariable UUID id) {
        return keepCategories.setActive(id, false).map(CategoryController::respond);
    }

    @PostMapping("/{id}/activation")
    @RequiresPermission(Permission.EXPENSE_WRITE)
    Mono<ResponseEntity<Category>> activate(@PathVariable UUID id) {
        return keepCategories.setActive(id, true).map(CategoryController::respond);
    }

    @GetMapping("/{id}")
    @RequiresPermission(Permission.EXPENSE_READ)
    Mono<ResponseEntity<Category>> get(@PathVariable UUID id) {
        return categories.get(id).map(CategoryController::respond);
    }

    @GetMapping
    @RequiresPermission(Permission.EXPENSE_READ)
    Mono<Page<Category>> list(@RequestParam(required = false) @Nullable Boolean active, ListQuery query) {
        return categories.page(active, query);
    }

    /** The whole tree with the types in it. */
    @GetMapping("/tree")
    @RequiresPermission(Permission.EXPENSE_READ)
    Mono<CategoryTree> tree() {
        return Mono.zip(categories.all(), types.all(), CategoryTree::of);
    }

    private static ResponseEntity<Category> respond(Versioned<Category> kept) {
        return Responses.withVersion(kept.version(), kept.value());
    }
}
