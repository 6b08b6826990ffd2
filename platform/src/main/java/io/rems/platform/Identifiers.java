package io.rems.platform;

import com.github.f4b6a3.uuid.UuidCreator;
import java.util.UUID;

/** Identifiers that sort by the time they were made, which keeps indexes compact, and repeatable ones for imports. */
public final class Identifiers {

    private Identifiers() {}

    /** A new UUIDv7 (RFC 9562). */
    public static UUID next() {
        return UuidCreator.getTimeOrderedEpoch();
    }

    /** The same UUIDv5 for the same name, every time. */
    public static UUID derived(UUID namespace, String name) {
        return UuidCreator.getNameBasedSha1(namespace, name);
    }
}
