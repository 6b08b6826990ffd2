package io.rems.firm.signin.domain;

import static org.assertj.core.api.Assertions.assertThat;

import io.rems.firm.signin.domain.Session.Renewal;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class SessionTest {
    private static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");
    private static final Session.Open OPEN = new Session.Open(new UUID(1, 1), new UUID(2, 2), NOON.plusSeconds(60));

    @Test
    void freshTokenContinues() {
        assertThat(OPEN.renew(false, true, NOON)).isEqualTo(new Renewal.Continued(OPEN));
    }

    @Test
    void spentTokenTellsOfTheft() {
        assertThat(OPEN.renew(true, true, NOON)).isEqualTo(new Renewal.Stolen());
    }

    @Test
    void noSessionOutlivesItsEndOrItsUser() {
        assertThat(OPEN.renew(false, true, NOON.plusSeconds(60))).isEqualTo(new Renewal.Refused());
        assertThat(OPEN.renew(false, false, NOON)).isEqualTo(new Renewal.Refused());
        assertThat(new Session.Ended(new UUID(1, 1), new UUID(2, 2)).renew(false, true, NOON))
                .isEqualTo(new Renewal.Refused());
    }

    @Test
    void sessionEndsOnce() {
        assertThat(OPEN.end(EndReason.SIGNED_OUT))
                .contains(new SignInEvent.SessionEnded(OPEN.user(), OPEN.id(), EndReason.SIGNED_OUT));
        assertThat(new Session.Ended(OPEN.id(), OPEN.user()).end(EndReason.SIGNED_OUT))
                .isEmpty();
    }

    @Test
    void tokensAreLongDifferentAndNeverShown() {
        var token = RefreshToken.fresh();

        assertThat(token.secret()).hasSize(43).isNotEqualTo(RefreshToken.fresh().secret());
        assertThat(token.toString()).doesNotContain(token.secret());
        assertThat(token.hash()).isEqualTo(new RefreshToken(token.secret()).hash());
    }
}
