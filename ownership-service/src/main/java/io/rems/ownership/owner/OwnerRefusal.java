package io.rems.ownership.owner;

import io.rems.platform.Refusal;

/** Why an owner stays as he is. */
public enum OwnerRefusal implements Refusal {
    OWNER_ARCHIVED("The owner is archived. Restore him first."),
    OWNER_ACTIVE("The owner is not archived.");

    private final String detail;

    OwnerRefusal(String detail) {
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
