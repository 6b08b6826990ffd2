package io.rems.tenant.premises;

import io.rems.platform.Refusal;
import java.util.Map;
import java.util.UUID;

/** Nobody moves into what the firm has put away. */
record PremisesArchived(String code, String what, UUID id) implements Refusal {

    static PremisesArchived unit(UUID unit) {
        return new PremisesArchived("UNIT_ARCHIVED", "unit", unit);
    }

    static PremisesArchived property(UUID property) {
        return new PremisesArchived("PROPERTY_ARCHIVED", "property", property);
    }

    @Override
    public String detail() {
        return "The %s is archived: it is let to nobody any more. Restore it first.".formatted(what);
    }

    @Override
    public Map<String, Object> facts() {
        return Map.of(what + "Id", id);
    }
}
