package io.rems.ownership.owner;

import io.rems.platform.Refusal;
import java.util.Map;
import java.util.UUID;

/** Another owner has the same identity document: most likely he is the same. */
record SameIdentity(UUID ownerId) implements Refusal {

    @Override
    public String code() {
        return "DUPLICATE";
    }

    @Override
    public String detail() {
        return "The firm has an owner with this identity document already. Use him; or, if both are right, say allowDuplicate.";
    }

    @Override
    public Map<String, Object> facts() {
        return Map.of("field", "identity", "ownerId", ownerId);
    }
}
