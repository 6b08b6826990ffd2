package io.rems.firm.user;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EmailAddressTest {

    @Test
    void caseAndUnicodeFormMakeNoDifference() {
        assertThat(new EmailAddress(" Noor@Firm.Example ").key())
                .isEqualTo(new EmailAddress("noor@firm.example").key());
        assertThat(new EmailAddress("jose\u0301@firm.example").key())
                .isEqualTo(new EmailAddress("JOS\u00c9@firm.example").key());
    }

    @Test
    void isKeptAsItWasWritten() {
        assertThat(new EmailAddress(" Noor@Firm.Example").written()).isEqualTo("Noor@Firm.Example");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "noor", "noor@", "@firm.example", "a@b@c", "no or@firm.example", "noor@firm..example"})
    void refusesWhatCannotBeAnAddress(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> new EmailAddress(text));
    }
}
