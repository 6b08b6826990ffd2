package io.rems.firm.mail;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;
import org.springframework.web.util.HtmlUtils;

/**
 * Puts letters into words. A text has its subject in the first line, then paragraphs; both forms of a letter come from
 * the one text, so that they cannot say different things.
 */
@Component
class Letters {
    private static final List<Locale> LANGUAGES = List.of(Locale.ENGLISH, Locale.of("ar"));
    private static final Pattern GAP = Pattern.compile("\\{(\\w+)}");
    private static final String LINK = "link";
    private static final String PAGE = """
            <!doctype html>
            <html lang="%s" dir="%s"><head><meta charset="utf-8"><title>%s</title></head>
            <body style="font-family:sans-serif;font-size:16px;line-height:1.5">
            %s
            </body></html>
            """;

    private record Key(Template template, String language) {}

    private record Text(String subject, List<String> paragraphs) {}

    /** Reads all of them now: one that is missing stops the start, not a letter. */
    private final Map<Key, Text> texts = LANGUAGES.stream()
            .flatMap(language -> Arrays.stream(Template.values()).map(template -> key(template, language)))
            .collect(Collectors.toUnmodifiableMap(key -> key, Letters::read));

    Written write(Letter letter) {
        var text = Objects.requireNonNull(texts.get(key(letter.template(), letter.language())));
        var rightToLeft = letter.language().getLanguage().equals("ar");
        var subject = filled(text.subject(), name -> word(letter, name));
        var plain = text.paragraphs().stream()
                .map(paragraph -> filled(paragraph, name -> isolated(name, word(letter, name), rightToLeft)))
                .collect(Collectors.joining("\n\n", "", "\n"));
        var html = text.paragraphs().stream()
                .map(paragraph -> "<p>" + filled(HtmlUtils.htmlEscape(paragraph), name -> html(letter, name)) + "</p>")
                .collect(Collectors.joining("\n"));
        var page = PAGE.formatted(
                letter.language().getLanguage(), rightToLeft ? "rtl" : "ltr", HtmlUtils.htmlEscape(subject), html);
        return new Written(subject, plain, page);
    }

    private static String filled(String text, UnaryOperator<String> word) {
        return GAP.matcher(text).replaceAll(gap -> Matcher.quoteReplacement(word.apply(gap.group(1))));
    }

    /** On one line, whatever somebody has called himself: what follows must not read as a line of ours. */
    private static String word(Letter letter, String name) {
        var word = letter.words().get(name);
        if (word == null) {
            throw new IllegalArgumentException(letter + " lacks " + name);
        }
        return word.replaceAll("[\\p{Cntrl}\\u2028\\u2029]+", " ");
    }

    /** Isolated, so that a Latin name does not turn an Arabic line around; a link stays bare, or it could not be clicked. */
    private static String isolated(String name, String word, boolean rightToLeft) {
        return rightToLeft && !name.equals(LINK) ? "\u2068" + word + "\u2069" : word;
    }

    private static String html(Letter letter, String name) {
        var escaped = HtmlUtils.htmlEscape(word(letter, name));
        return name.equals(LINK)
                ? "<a dir=\"ltr\" href=\"" + escaped + "\">" + escaped + "</a>"
                : "<bdi>" + escaped + "</bdi>";
    }

    private static Key key(Template template, Locale language) {
        return new Key(template, language.getLanguage());
    }

    private static Text read(Key key) {
        try {
            var whole = new ClassPathResource(
                            "mail/" + key.language() + "/" + key.template().file())
                    .getContentAsString(StandardCharsets.UTF_8);
            var parts = List.of(whole.strip().split("\\R\\s*\\R"));
            return new Text(parts.getFirst(), parts.subList(1, parts.size()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
