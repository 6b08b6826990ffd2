package io.rems.ownership.owner;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CivilIdTest {

    @ParameterizedTest
    @ValueSource(strings = {"284093007777", "290031500014", "305022800129", "284093007777"})
    void checkDigitThatFitsIsAccepted(String number) {
        assertThat(CivilId.isValid(number)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "287010012345",
                "287013212348",
                "087010012348",
                "28409300777",
                "2840930077770",
                "28409300777a",
                ""
            })
    void whatCannotBeIsRefused(String number) {
        assertThat(CivilId.isValid(number)).isFalse();
    }

    @Test
    void noDigitCanBeMistyped() {
        var number = "284093007777";
        for (int at = 0; at < number.length(); at++) {
            for (char other = '0'; other <= '9'; other++) {
                var mistyped = number.substring(0, at) + other + number.substring(at + 1);
                assertThat(CivilId.isValid(mistyped)).as(mistyped).isEqualTo(mistyped.equals(number));
            }
        }
    }

    @Test
    void namesThatDifferInWritingOnlyHaveOneKey() {
        assertThat(List.of("Élise al-Sabah", "AL SABAH, elise", "al  sabah Elise"))
                .extracting(NameKey::of)
                .containsOnly("al elise sabah");
        assertThat(NameKey.of("أحمَد علي")).isEqualTo(NameKey.of("احمد على"));
    }
}
