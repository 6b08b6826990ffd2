package io.rems.approval.category;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** All categories of the firm, those at the top first, each with what is below it. */
record CategoryTree(List<Node> categories) {

    /**
     * @param offered whether it and all above it are active, so that expenses can be recorded in it
     * @param types of this category itself
     */
    record Node(
            UUID id,
            String code,
            String name,
            boolean active,
            boolean offered,
            List<TypeNode> types,
            List<Node> categories) {}

    record TypeNode(UUID id, String code, String name, boolean active) {}

    /** Both in the order in which they shall stand. */
    static CategoryTree of(List<Category> categories, List<ExpenseType> types) {
        var roots = categories.stream().filter(each -> each.parentId() == null).toList();
        var below = categories.stream()
                .filter(each -> each.parentId() != null)
                .collect(Collectors.groupingBy(Category::parentId));
        var within = types.stream().collect(Collectors.groupingBy(ExpenseType::categoryId));
        return new CategoryTree(nodes(roots, true, below, within));
    }

    private static List<Node> nodes(
            @Nullable List<Category> categories,
            boolean offered,
            Map<@Nullable UUID, List<Category>> below,
            Map<UUID, List<ExpenseType>> types) {
        return categories == null
                ? List.of()
                : categories.stream()
                        .map(each -> new Node(
                                each.id(),
                                each.code(),
                                each.name(),
                                each.active(),
                                offered && each.active(),
                                types.getOrDefault(each.id(), List.of()).stream()
                                        .map(type -> new TypeNode(type.id(), type.code(), type.name(), type.active()))
                                        .toList(),
                                nodes(below.get(each.id()), offered && each.active(), below, types)))
                        .toList();
    }
}
