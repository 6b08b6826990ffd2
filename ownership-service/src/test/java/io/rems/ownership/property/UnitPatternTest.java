package io.rems.ownership.property;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class UnitPatternTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {floor}{nn}       | 101 | 102 | 201 | 202
            {ff}-{n}          | 01-1 | 01-2 | 02-1 | 02-2
            A{floor}/{nnn}    | A1/001 | A1/002 | A2/001 | A2/002
            {floor}{letter}   | 1a | 1b | 2a | 2b
            شقة {floor}{nn}   | شقة 101 | شقة 102 | شقة 201 | شقة 202
            $1\\{floor}-{n}   | $1\\1-1 | $1\\1-2 | $1\\2-1 | $1\\2-2
            """)
    void eachPlaceholderMakesItsPart(String pattern, String first, String second, String third, String fourth) {
        assertThat(new UnitPattern(pattern).numbers(1, 2, 1, 2)).containsExactly(first, second, third, fourth);
    }

    @Test
    void basementsAreNegativeAndLettersGoOnAfterZ() {
        assertThat(new UnitPattern("{ff}.{n}").numbers(-1, 0, 5, 1)).containsExactly("-01.5", "00.5");
        assertThat(new UnitPattern("{Letter}").numbers(1, 1, 26, 3)).containsExactly("Z", "AA", "AB");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{flour}", "{}", "{floor", "floor}", "{{floor}}"})
    void whatIsNoPlaceholderIsRefused(String pattern) {
        assertThatThrownBy(() -> new UnitPattern(pattern)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void sameNumberTwiceAndTooLongOnesAreRefused() {
        assertThatThrownBy(() -> new UnitPattern("{floor}{n}").numbers(1, 11, 1, 12))
                .hasMessageContaining("\"111\" twice");
        assertThatThrownBy(() -> new UnitPattern("{floor}").numbers(1, 1, 1, 2)).hasMessageContaining("\"1\" twice");
        assertThatThrownBy(() -> new UnitPattern("x".repeat(40) + "{n}").numbers(1, 1, 1, 1))
                .hasMessageContaining("40 characters");
    }
}
