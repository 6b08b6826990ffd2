package io.rems.firm.signin;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How long a sign-in lasts.
 *
 * @param accessTokenLife of one access token
 * @param sessionLife of a session, however often it is renewed
 * @param attemptsKept how long failures are counted after the last one
 */
@ConfigurationProperties("rems.sign-in")
record SignInSettings(
        @DefaultValue("PT15M") Duration accessTokenLife,
        @DefaultValue("P30D") Duration sessionLife,
        @DefaultValue("P2D") Duration attemptsKept) {}
