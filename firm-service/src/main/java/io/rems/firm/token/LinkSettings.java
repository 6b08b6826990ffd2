package io.rems.firm.token;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where the links in mail lead, and how long they are good.
 *
 * @param baseUrl of the portal that people sign in to
 * @param invitationLife of an invitation
 * @param passwordResetLife of a link for a new password
 * @param emailChangeLife of a link that confirms a new address
 * @param passwordResetPause a user gets at most one link for a new password in this time
 */
@ConfigurationProperties("rems.portal")
public record LinkSettings(
        @DefaultValue("http://localhost:3000") String baseUrl,
        @DefaultValue("P7D") Duration invitationLife,
        @DefaultValue("PT1H") Duration passwordResetLife,
        @DefaultValue("P1D") Duration emailChangeLife,
        @DefaultValue("PT1M") Duration passwordResetPause) {

    /** The secret stands behind the #: browsers send that part to no server, and to no other page. */
    public String link(Purpose purpose, Secret secret) {
        return baseUrl + path(purpose) + "#token=" + secret.text();
    }

    public Duration lifeOf(Purpose purpose) {
        return switch (purpose) {
            case INVITATION -> invitationLife;
            case PASSWORD_RESET -> passwordResetLife;
            case EMAIL_CHANGE -> emailChangeLife;
        };
    }

    private static String path(Purpose purpose) {
        return switch (purpose) {
            case INVITATION -> "/invitation";
            case PASSWORD_RESET -> "/password-reset";
            case EMAIL_CHANGE -> "/email-change";
        };
    }
}
