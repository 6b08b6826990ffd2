package io.rems.firm.lookalike;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LookTest {
    @Test
    void addressInAnotherScriptLooksLikeTheLatinOne() {
        var latin = Look.ofEmail("cope@users.example");
        var cyrillic = Look.ofEmail("\u0441\u043E\u0440\u0435@users.example");

        assertThat(cyrillic.skeleton()).isEqualTo(latin.skeleton());
        assertThat(latin.plain()).isTrue();
        assertThat(cyrillic.plain()).isFalse();
    }

    @Test
    void mixtureOfLatinAndCyrillicIsNobodysAddress() {
        assertThat(Look.ofEmail("p\u0430ypal@users.example").mixed()).isTrue();
        assertThat(Look.ofEmail("paypal@users.example").mixed()).isFalse();
    }

    @Test
    void arabicAddressAtALatinDomainIsSound() {
        assertThat(Look.ofEmail("\u0645\u062D\u0645\u062F@users.example").mixed())
                .isFalse();
    }

    @Test
    void encodedDomainCountsAsItIsShown() {
        assertThat(Look.ofEmail("a@xn--bcher-kva.example").skeleton())
                .isEqualTo(Look.ofEmail("a@b\u00FCcher.example").skeleton());
    }

    @Test
    void firmNamesThatDifferByALetterOfAnotherScriptLookAlike() {
        assertThat(Look.ofName("Gulf Est\u0430te").skeleton())
                .isEqualTo(Look.ofName("GULF  Estate").skeleton());
        assertThat(Look.ofName("Gulf Estate").skeleton())
                .isNotEqualTo(Look.ofName("Golf Estate").skeleton());
    }
}
