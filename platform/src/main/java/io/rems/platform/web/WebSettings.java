package io.rems.platform.web;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * Bounds of requests.
 *
 * @param largestCommand how large a body under an Idempotency-Key may be, for it is held in memory
 */
@ConfigurationProperties("rems.web")
record WebSettings(@DefaultValue("2MB") DataSize largestCommand) {}
