package io.rems.platform.access;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Who did something, as events and the audit log name him, and by what right if it is not his own.
 *
 * @param id a user's id, or {@code service:<name>}
 * @param supportAccess that let a platform administrator into the firm; absent for everybody else
 */
public record Actor(String id, @Nullable UUID supportAccess) {
    public Actor(String id) {
        this(id, null);
    }

    public static Actor user(UUID id) {
        return new Actor(id.toString());
    }

    public static Actor service(String name) {
        return new Actor("service:" + name);
    }

    /** The same, let in by a support access; what follows from what he does is marked with it too. */
    public Actor under(@Nullable UUID access) {
        return new Actor(id, access);
    }

    public boolean isService() {
        return id.startsWith("service:");
    }

    @Override
    public String toString() {
        return id;
    }
}
