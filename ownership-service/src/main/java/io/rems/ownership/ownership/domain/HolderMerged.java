package io.rems.ownership.ownership.domain;

import io.rems.platform.Refusal;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Somebody named is no longer an owner of his own: he goes on under another entry. */
public record HolderMerged(List<UUID> owners) implements Refusal {

    public HolderMerged {
        owners = List.copyOf(owners);
    }

    @Override
    public String code() {
        return "OWNER_MERGED";
    }

    @Override
    public String detail() {
        return "The owner goes on under another entry of the register. Name that one.";
    }

    @Override
    public Map<String, Object> facts() {
        return Map.of("owners", owners);
    }
}
