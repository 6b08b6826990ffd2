package io.rems.gateway.access;

import io.rems.gateway.routing.ApiPath;
import io.rems.platform.problem.ProblemException;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.server.reactive.ServerHttpRequest;

/** Where a user wants to act: what a call's path and its {@code X-Firm-Id} say together. */
sealed interface Scope {
    String FIRM_HEADER = "X-Firm-Id";
    Pattern UUID_TEXT = Pattern.compile("\\p{XDigit}{8}(-\\p{XDigit}{4}){3}-\\p{XDigit}{12}");
    UUID NIL = new UUID(0, 0);

    /** A firm that the caller names. */
    record Firm(UUID id) implements Scope {}

    /** The user's primary firm. */
    record Primary() implements Scope {}

    /** The user's own matters: in his primary firm if he has one, without a firm if not. */
    record Own() implements Scope {}

    /** REMS itself, above all firms. */
    record Platform() implements Scope {}

    /** The firm to look the user up in; null is his primary one. */
    default @Nullable UUID firm() {
        return this instanceof Firm(UUID id) ? id : null;
    }

    static Scope of(ApiPath path, ServerHttpRequest request) {
        List<String> named = request.getHeaders().getOrEmpty(FIRM_HEADER);
        UUID firm = named.isEmpty() ? null : parsed(named);
        if (path.startsWith("platform")) {
            return new Platform();
        }
        if (firm != null) {
            return new Firm(firm);
        }
        return path.startsWith("me") ? new Own() : new Primary();
    }

    private static UUID parsed(List<String> named) {
        String text = named.getFirst();
        if (named.size() > 1 || !UUID_TEXT.matcher(text).matches() || NIL.equals(UUID.fromString(text))) {
            throw new ProblemException(Refusals.malformedFirm());
        }
        return UUID.fromString(text);
    }
}
