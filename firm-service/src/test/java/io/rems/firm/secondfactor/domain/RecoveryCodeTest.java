package io.rems.firm.secondfactor.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class RecoveryCodeTest {
    private static final UUID USER = new UUID(1, 1);

    @Test
    void tenDifferentOnesAreMade() {
        assertThat(RecoveryCode.fresh()).hasSize(10).doesNotHaveDuplicates();
    }

    @Test
    void whatIsShownIsReadHoweverItIsTyped() {
        var code = RecoveryCode.fresh().getFirst();

        assertThat(code.shown()).matches("([2-9a-z]{4}-){3}[2-9a-z]{4}");
        assertThat(RecoveryCode.read(code.shown())).contains(code);
        assertThat(RecoveryCode.read(" " + code.letters().toUpperCase(Locale.ROOT)))
                .contains(code);
    }

    @Test
    void whatIsNoneIsNotRead() {
        assertThat(RecoveryCode.read("123456")).isEmpty();
        assertThat(RecoveryCode.read("0000-0000-0000-0000")).isEmpty();
        assertThat(RecoveryCode.read("")).isEmpty();
    }

    @Test
    void oneCodeHashesDifferentlyForEachUserAndIsNeverShown() {
        var code = RecoveryCode.fresh().getFirst();

        assertThat(code.hash(USER)).isEqualTo(code.hash(USER)).isNotEqualTo(code.hash(new UUID(1, 2)));
        assertThat(code.toString()).doesNotContain(code.letters());
    }
}
