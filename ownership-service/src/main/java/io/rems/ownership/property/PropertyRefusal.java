package io.rems.ownership.property;

import io.rems.platform.Refusal;

/** Why a property or a unit stays as it is. */
public enum PropertyRefusal implements Refusal {
    PROPERTY_ARCHIVED("The property is archived. Restore it first."),
    PROPERTY_ACTIVE("The property is not archived."),
    UNIT_ARCHIVED("The unit is archived. Restore it first."),
    UNIT_ACTIVE("The unit is not archived.");

    private final String detail;

    PropertyRefusal(String detail) {
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
