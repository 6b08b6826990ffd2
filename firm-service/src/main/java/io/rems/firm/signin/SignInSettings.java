package io.rems.firm.signin;

import io.rems.firm.signin.domain.SlowDownRules;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How long a sign-in lasts.
 *
 * @param accessTokenLife of one access token
 * @param sessionLife of a session, however often it is renewed
 * @param challengeLife how long a second factor may be shown after the password
 * @param attemptsKept how long failures are counted after the last one
 * @param recordsKept how long users see what happened at their sign-ins
 * @param refusalAfter when a refusal is told, counted from the question; longer than a hash takes, so that nobody learns
 *     anything from how long it took
 */
@ConfigurationProperties("rems.sign-in")
record SignInSettings(
        @DefaultValue("PT15M") Duration accessTokenLife,
        @DefaultValue("P30D") Duration sessionLife,
        @DefaultValue("PT5M") Duration challengeLife,
        @DefaultValue("P2D") Duration attemptsKept,
        @DefaultValue("P365D") Duration recordsKept,
        @DefaultValue("PT0.25S") Duration refusalAfter,
        @DefaultValue SlowDown slowDown) {

    /** As {@link SlowDownRules}. */
    record SlowDown(
            @DefaultValue("20") int free,
            @DefaultValue("PT1S") Duration first,
            @DefaultValue("PT1M") Duration longest,
            @DefaultValue("PT1M") Duration forgiven) {

        SlowDownRules rules() {
            return new SlowDownRules(free, first, longest, forgiven);
        }
    }
}
