package io.rems.firm.mail;

import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How mail goes out. Without an SMTP host ({@code spring.mail.host}) it is written into the folder; without either it waits.
 *
 * @param from the address of the sender
 * @param sender his name
 * @param folder where mail is written instead of sent
 * @param every how often to look for mail that is due
 * @param lease for how long one replica has a mail to itself; longer than SMTP may take
 * @param firstRetry after the first failure, doubled after each further one up to an hour
 * @param attempts after which a mail is given up
 * @param kept how long it is known afterwards what was sent
 */
@ConfigurationProperties("rems.mail")
record MailSettings(
        @DefaultValue("no-reply@rems.localhost") String from,
        @DefaultValue("REMS") String sender,
        @Nullable Path folder,
        @DefaultValue("PT1S") Duration every,
        @DefaultValue("PT2M") Duration lease,
        @DefaultValue("PT30S") Duration firstRetry,
        @DefaultValue("12") int attempts,
        @DefaultValue("P30D") Duration kept) {

    private static final Duration LONGEST_PAUSE = Duration.ofHours(1);

    /** The pause after so many attempts that failed. */
    Duration pauseAfter(int attempts) {
        var pause = firstRetry.multipliedBy(1L << Math.min(attempts - 1, 20));
        return pause.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause;
    }
}
