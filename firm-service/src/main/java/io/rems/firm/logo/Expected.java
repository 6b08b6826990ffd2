package io.rems.firm.logo;

import io.rems.platform.problem.StaleVersion;
import io.rems.platform.problem.VersionRequired;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;

/**
 * The logo that the client believes to be there: what it replaces or takes away is what it has seen. A logo has no
 * version but a tag of its content, and {@code If-None-Match: *} says that there is none yet.
 *
 * @param tag absent where there is to be none
 */
record Expected(@Nullable String tag) {
    private static final Pattern TAG = Pattern.compile("\"([0-9a-f]+)\"");
    private static final String NONE = "*";

    /** @throws VersionRequired if the headers say neither */
    static Expected of(HttpHeaders headers) {
        var seen = headers.getFirst(HttpHeaders.IF_MATCH);
        if (seen != null) {
            var tag = TAG.matcher(seen.strip());
            if (!tag.matches()) {
                throw new StaleVersion();
            }
            return new Expected(tag.group(1));
        }
        if (NONE.equals(headers.getFirst(HttpHeaders.IF_NONE_MATCH))) {
            return new Expected(null);
        }
        throw new VersionRequired();
    }

    void require(Optional<String> there) {
        if (!Optional.ofNullable(tag).equals(there)) {
            throw new StaleVersion();
        }
    }
}
