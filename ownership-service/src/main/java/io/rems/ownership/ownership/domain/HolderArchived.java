package io.rems.ownership.ownership.domain;

import io.rems.platform.Refusal;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Somebody who would have more than before is one for whom the firm no longer works. */
public record HolderArchived(List<UUID> owners) implements Refusal {
    public HolderArchived {
        owners = List.copyOf(owners);
    }

    @Override
    public String code() {
        return "OWNER_ARCHIVED";
    }

    @Override
    public String detail() {
        return "Nothing is given to an owner who is archived. Restore him first.";
    }

    @Override
    public Map<String, Object> facts() {
        return Map.of("owners", owners);
    }
}
