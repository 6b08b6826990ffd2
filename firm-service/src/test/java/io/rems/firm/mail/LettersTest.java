package io.rems.firm.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Every letter can be written, in English and in Arabic. */
class LettersTest {
    private static final String LINK = "https://portal.example/x?t=1&u=2";
    private static final Map<String, String> WORDS =
            Map.of("name", "Noor <b>", "firm", "Gulf & Sons", "link", LINK, "life", "3", "email", "n@x.example");

    private final Letters letters = new Letters();

    @ParameterizedTest
    @EnumSource
    void letterIsWrittenInBothLanguages(Template template) {
        var english = written(template, Locale.ENGLISH);
        var arabic = written(template, Locale.of("ar"));

        assertThat(english.html()).contains("lang=\"en\" dir=\"ltr\"").doesNotContain("<b>");
        assertThat(arabic.html()).contains("lang=\"ar\" dir=\"rtl\"").doesNotContain("<b>");
        assertThat(arabic.subject()).containsPattern("\\p{InArabic}{2}");
        assertThat(arabic.text()).containsPattern("\\p{InArabic}{2}");
        assertThat(english.subject() + english.text()).doesNotContainPattern("\\p{InArabic}");
        for (var letter : new Written[] {english, arabic}) {
            assertThat(letter.subject() + letter.text() + letter.html()).doesNotContain("{", "}");
            assertThat(letter.text()).contains("Noor");
        }
        assertThat(arabic.text().contains(LINK)).isEqualTo(english.text().contains(LINK));
    }

    private Written written(Template template, Locale language) {
        return letters.write(new Letter(template, UUID.randomUUID(), "noor@users.example", language, WORDS));
    }
}
