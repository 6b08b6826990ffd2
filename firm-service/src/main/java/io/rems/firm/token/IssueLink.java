package io.rems.firm.token;

import com.ibm.icu.text.MeasureFormat;
import com.ibm.icu.text.MeasureFormat.FormatWidth;
import com.ibm.icu.util.Measure;
import com.ibm.icu.util.MeasureUnit;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Gives out tokens as mail carries them: in a link, with the words that say how long it is good. */
@Component
public class IssueLink {
    private final OneTimeTokens tokens;
    private final LinkSettings settings;

    IssueLink(OneTimeTokens tokens, LinkSettings settings) {
        this.tokens = tokens;
        this.settings = settings;
    }

    /** A link, what a letter calls it, and its end. */
    public record Link(Map<String, String> words, Instant expiresAt) {

        @Override
        public String toString() {
            return "Link[...]";
        }
    }

    public Mono<Link> issue(UUID user, Purpose purpose, @Nullable String email, Locale language, Instant now) {
        var life = settings.lifeOf(purpose);
        var end = now.plus(life);
        return tokens.issue(user, purpose, email, now, end)
                .map(secret ->
                        new Link(Map.of("link", settings.link(purpose, secret), "life", inWords(life, language)), end));
    }

    public String toPortal() {
        return settings.baseUrl();
    }

    private static String inWords(Duration life, Locale language) {
        var measure = life.toHours() >= 48
                ? new Measure(life.toDays(), MeasureUnit.DAY)
                : life.toMinutes() >= 120 || life.toMinutes() == 60
                        ? new Measure(life.toHours(), MeasureUnit.HOUR)
                        : new Measure(life.toMinutes(), MeasureUnit.MINUTE);
        return MeasureFormat.getInstance(language, FormatWidth.WIDE).format(measure);
    }
}
