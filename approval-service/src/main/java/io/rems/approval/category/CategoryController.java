package io.rems.approval.category;

import io.rems.platform.access.Permission;
import io.rems.platform.access.RequiresPermission;
import io.rems.platform.web.ListQuery;
import io.rems.platform.web.Page;
import io.rems.platform.web.Responses;
import jakarta.validation.Valid;
import java.util.UUID;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

@RestController
@RequestMapping("/api/v1/expense-categories")
class CategoryController {

    private final AddCategory addCategory;
    private final R2dbcCategories categories;

    CategoryController(AddCategory addCategory, R2dbcCategories categories) {
        this.addCategory = addCategory;
        this.categories = categories;
    }

    @PostMapping
    @RequiresPermission(Permission.EXPENSE_WRITE)
    Mono<ResponseEntity<Category>> add(@Valid @RequestBody CategoryRequest request) {
        return addCategory
                .add(request.category())
                .map(added -> Responses.created(
                        "/api/v1/expense-categories/" + added.value().id(), added.version(), added.value()));
    }

    @GetMapping("/{id}")
    @RequiresPermission(Permission.EXPENSE_READ)
    Mono<ResponseEntity<Category>> get(@PathVariable UUID id) {
        return categories.get(id).map(found -> Responses.withVersion(found.version(), found.value()));
    }

    @GetMapping
    @RequiresPermission(Permission.EXPENSE_READ)
    Mono<Page<Category>> list(ListQuery query) {
        return categories.page(query);
    }
}
