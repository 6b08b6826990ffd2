package io.rems.ownership.owner;

import io.rems.platform.Refusal;
import io.rems.platform.Share;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An owner who holds shares today or later is not archived: tells which, the first of them where there are many. */
record OwnerInUse(List<Held> shares) implements Refusal {

    private static final int TOLD = 20;

    record Held(
            UUID propertyId,
            String code,
            Share share,
            LocalDate from,
            @Nullable LocalDate to) {}

    @Override
    public String code() {
        return "OWNER_IN_USE";
    }

    @Override
    public String detail() {
        return "The owner holds %d shares of today or later. End or transfer them first.".formatted(shares.size());
    }

    @Override
    public Map<String, Object> facts() {
        return Map.of("shares", shares.stream().limit(TOLD).toList(), "shareCount", shares.size());
    }
}
