package io.rems.firm.secondfactor;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class TotpTest {
    /** The key of the test vectors in RFC 6238, appendix B; six digits are the last of their eight. */
    private static final byte[] KEY = "12345678901234567890".getBytes(StandardCharsets.US_ASCII);

    private final Totp totp = new Totp(new SecondFactorSettings(null, "REMS", 5, Duration.ofMinutes(15)));

    @Test
    void codesAreThoseOfTheStandard() {
        assertThat(totp.stepOf("287082", KEY, Instant.ofEpochSecond(59))).hasValue(1);
        assertThat(totp.stepOf("081804", KEY, Instant.ofEpochSecond(1111111109)))
                .hasValue(0x23523EC);
        assertThat(totp.stepOf("005924", KEY, Instant.ofEpochSecond(1234567890)))
                .hasValue(0x273EF07);
        assertThat(totp.stepOf("353130", KEY, Instant.ofEpochSecond(20000000000L)))
                .hasValue(0x27BC86AAL);
    }

    @Test
    void codeBeforeAndCodeAfterAreGoodAndNoneBeyond() {
        assertThat(totp.stepOf("287082", KEY, Instant.ofEpochSecond(89))).hasValue(1);
        assertThat(totp.stepOf("287082", KEY, Instant.ofEpochSecond(0))).hasValue(1);
        assertThat(totp.stepOf("287082", KEY, Instant.ofEpochSecond(90))).isEmpty();
        assertThat(totp.stepOf("", KEY, Instant.ofEpochSecond(59))).isEmpty();
    }

    @Test
    void authenticatorsReadTheAddress() {
        assertThat(totp.uri(KEY, "a+b@firm.example"))
                .isEqualTo("otpauth://totp/REMS:a%2Bb%40firm.example?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ"
                        + "&issuer=REMS&algorithm=SHA1&digits=6&period=30");
    }
}
