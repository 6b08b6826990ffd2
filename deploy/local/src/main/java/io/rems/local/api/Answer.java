package io.rems.local.api;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * What the API answered to a request that it carried out.
 *
 * @param body missing where there is none
 * @param version the number in the {@code ETag}, for the {@code If-Match} of a change
 */
public record Answer(int status, JsonNode body, @Nullable Long version) {

    /** A field of the body, by name or by JSON pointer ({@code /approval/deadline}); empty where it is absent. */
    public String text(String field) {
        return node(field).asString("");
    }

    /** @throws IllegalArgumentException if the field is absent or no identifier */
    public UUID id(String field) {
        return UUID.fromString(text(field));
    }

    public JsonNode node(String field) {
        return field.startsWith("/") ? body.at(field) : body.path(field);
    }
}
