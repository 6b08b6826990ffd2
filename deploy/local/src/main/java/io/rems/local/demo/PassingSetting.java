package io.rems.local.demo;

import java.util.Map;
import tools.jackson.databind.JsonNode;

/** A setting of the firm that has another value for a while; afterwards it is as it was, whatever happens. */
final class PassingSetting implements AutoCloseable {

    private final Actor administrator;
    private final String key;
    private final String value;
    private final JsonNode before;

    private PassingSetting(Actor administrator, String key, String value, JsonNode before) {
        this.administrator = administrator;
        this.key = key;
        this.value = value;
        this.before = before;
    }

    static PassingSetting set(Actor administrator, String key, String value) {
        var before = administrator
                .aside()
                .get("/api/v1/settings")
                .node("items")
                .valueStream()
                .filter(setting -> setting.path("key").asString().equals(key))
                .findFirst()
                .orElseThrow(() -> new StoryBroken("there is no setting " + key));
        administrator.told().put(path(key), Map.of("value", value));
        return new PassingSetting(administrator, key, value, before);
    }

    private static String path(String key) {
        return "/api/v1/settings/" + key;
    }

    /** The same value as ours is what a story left behind that was interrupted. */
    private boolean wasSet() {
        return before.path("overridden").asBoolean()
                && !before.path("value").asString().equals(value);
    }

    @Override
    public void close() {
        if (wasSet()) {
            administrator
                    .told()
                    .put(path(key), Map.of("value", before.path("value").asString()));
        } else {
            administrator.told().delete(path(key));
        }
    }
}
