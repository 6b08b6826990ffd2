package io.rems.platform.access;

import java.util.UUID;

/** A firm: the isolated customer. Everything that is owned by a firm carries its id. */
public record FirmId(UUID value) {
    /** REMS itself: the scope of what belongs to no firm, such as users. */
    public static final FirmId PLATFORM = new FirmId(new UUID(0, 0));

    public boolean isPlatform() {
        return equals(PLATFORM);
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
