package io.rems.firm.password;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.rems.platform.problem.InvalidRequest;
import java.text.Normalizer;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PasswordPolicyTest {
    private static final CommonPasswords COMMON = CommonPasswords.load();
    private static final List<String> WORDS =
            List.of("noor.alsalem@kuwait-homes.example", "noor.alsalem", "Noor Al-Salem", "Kuwait Homes Holding");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "rems-demo-2026",
                "correct horse battery",
                "operator-of-the-tests",
                "seven quiet camels",
                "\u0633\u0628\u0639\u0629 \u062C\u0645\u0627\u0644 \u0647\u0627\u062F\u0626\u0629",
                "xK9#mQ2$vL7!pW",
                "noor likes the sea",
                "sunshine over Failaka"
            })
    void longPasswordsOfAnyKindAreTaken(String password) {
        assertThat(PasswordPolicy.weakness(password, WORDS, COMMON)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "passwordpassword, TRIVIAL",
        "aaaaaaaaaaaaaa, TRIVIAL",
        "abcabcabcabca, TRIVIAL",
        "1234567890123, TRIVIAL",
        "abcdefghijklmnop, TRIVIAL",
        "987654321098, TRIVIAL",
        "remsremsrems, TRIVIAL",
        "noornoornoor, TRIVIAL",
        "1q2w3e4r5t6y, COMMON",
        "QwertyUiop123, COMMON",
        "Sunshine123456, COMMON",
        "noor.alsalem@kuwait-homes.example, OWN_WORD",
        "Noor Al-Salem, OWN_WORD",
        "NOORALSALEM2026, OWN_WORD",
        "kuwaithomesholding, OWN_WORD",
        "Kuwait-Homes-Holding!, OWN_WORD",
        "!!!!!!!!!rems, OWN_WORD"
    })
    void whatIsTriedFirstIsRefused(String password, Weakness weakness) {
        assertThat(PasswordPolicy.weakness(password, WORDS, COMMON)).contains(weakness);
    }

    @Test
    void lengthIsThatOfWhatIsHashedHoweverItIsTyped() {
        var eleven = Normalizer.normalize("\u00e9t\u00e9 \u00e0 z\u00fcric", Normalizer.Form.NFD);
        var twelve = Normalizer.normalize("\u00e9t\u00e9 \u00e0 z\u00fcrich", Normalizer.Form.NFD);
        var policy = new PasswordPolicy();

        assertThat(eleven).hasSizeGreaterThan(12);
        assertThatThrownBy(() -> policy.require("password", eleven, WORDS).block())
                .isInstanceOf(InvalidRequest.class);
        assertThat(policy.require("password", twelve, WORDS).block()).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"\uFF11q2w3e4r5t6y", "1Q2W3E4R5T6Y", " 1q2w3e4r5t6y "})
    void caseAndUnicodeFormMakeNoDifference(String password) {
        assertThat(PasswordPolicy.weakness(password, WORDS, COMMON)).contains(Weakness.COMMON);
    }
}
