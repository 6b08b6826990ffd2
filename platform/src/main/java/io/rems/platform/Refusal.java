package io.rems.platform;

import java.util.Map;

/** Why the rules say no; clients act on the code, people on the detail. Usually an enum, or a record with facts. */
public interface Refusal {

    /** Public and stable, in capitals: {@code ALREADY_DECIDED}. */
    String code();

    /** One sentence for the person in front of the portal that says what to do. */
    String detail();

    /** What a portal needs to show the reason, written as JSON. */
    default Map<String, Object> facts() {
        return Map.of();
    }
}
