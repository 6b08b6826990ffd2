package io.rems.firm.password;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What password hashing may cost. Of the settings of Argon2id that OWASP's Password Storage Cheat Sheet holds to be equally
 * strong this is one with less memory and more passes: the memory of a hash is garbage afterwards, and while it is in use
 * every collection copies it, at which everything else in the process stands still.
 *
 * @param memory KiB that one hash needs
 * @param iterations passes over that memory
 * @param threads hashes at once; 0 is half of the processors, so that the other half is left to everything else
 * @param share of its time that such a thread hashes at most, above 0 and up to 1; each hash is followed by a rest
 * @param queue how many may wait in line for their turn; one more is refused
 * @param longestWait how long one waits for it; whose turn has not come by then is refused too
 */
@ConfigurationProperties("rems.sign-in.hashing")
record HashingSettings(
        @DefaultValue("9216") int memory,
        @DefaultValue("4") int iterations,
        @DefaultValue("0") int threads,
        @DefaultValue("0.25") double share,
        @DefaultValue("64") int queue,
        @DefaultValue("PT5S") Duration longestWait) {

    HashingSettings {
        if (share <= 0 || share > 1) {
            throw new IllegalArgumentException("rems.sign-in.hashing.share is not above 0 and up to 1: " + share);
        }
    }

    int workers() {
        return threads > 0 ? threads : Math.max(1, Runtime.getRuntime().availableProcessors() / 2);
    }
}
