package io.rems.platform.access;

import java.util.UUID;

/** Who did something, as events and the audit log name him: a user's id, or {@code service:<name>}. */
public record Actor(String id) {
    public static Actor user(UUID id) {
        return new Actor(id.toString());
    }

    public static Actor service(String name) {
        return new Actor("service:" + name);
    }

    public boolean isService() {
        return id.startsWith("service:");
    }

    @Override
    public String toString() {
        return id;
    }
}
