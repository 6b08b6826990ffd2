package io.rems.platform.web;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * Bounds of requests.
 *
 * @param largestCommand how large a body under an Idempotency-Key may be, for it is held in memory
 * @param commandLease after how long a command that gave no answer counts as dead, so that its key can be tried again;
 *     one that is only slow is then rolled back
 */
@ConfigurationProperties("rems.web")
record WebSettings(
        @DefaultValue("2MB") DataSize largestCommand,
        @DefaultValue("PT20S") Duration commandLease) {}
