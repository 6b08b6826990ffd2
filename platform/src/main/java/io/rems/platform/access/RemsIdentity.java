package io.rems.platform.access;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Which application this is, and where.
 *
 * @param service short name: {@code firm}, {@code ownership}, {@code gateway} ...
 * @param environment name of the installation; part of every token's issuer and audience
 */
@ConfigurationProperties("rems")
public record RemsIdentity(
        String service, @DefaultValue("local") String environment) {}
