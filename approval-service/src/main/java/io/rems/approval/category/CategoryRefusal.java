package io.rems.approval.category;

import io.rems.platform.Refusal;

/** Why a category stays where it is. */
enum CategoryRefusal implements Refusal {
    CATEGORY_CYCLE("A category cannot be moved below itself, nor below one of those that are below it.");

    private final String detail;

    CategoryRefusal(String detail) {
        this.detail = detail;
    }

    @Override
    public String code() {
        return name();
    }

    @Override
    public String detail() {
        return detail;
    }
}
