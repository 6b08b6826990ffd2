package io.rems.platform.http;

import java.net.URI;
import java.time.Duration;
import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where other services are and how much patience they deserve.
 *
 * @param remote by short name: {@code rems.remote.ownership.url=http://localhost:8082}
 */
@ConfigurationProperties("rems")
record RemoteSettings(@DefaultValue Map<String, Remote> remote) {

    /**
     * @param timeout of one attempt
     * @param attempts of a read, the first included; the pauses between them grow
     * @param concurrent calls under way at once; further ones fail at once, so that a slow service does not fill us up
     * @param openFor how long nothing is asked once half of the calls have failed
     */
    record Remote(
            URI url,
            @DefaultValue("PT1S") Duration timeout,
            @DefaultValue("3") int attempts,
            @DefaultValue("32") int concurrent,
            @DefaultValue("PT5S") Duration openFor) {}
}
