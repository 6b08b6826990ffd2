package io.rems.approval.category;

import java.util.UUID;

/** A kind of expense within a category. */
record ExpenseType(UUID id, UUID categoryId, String code, String name) {}
