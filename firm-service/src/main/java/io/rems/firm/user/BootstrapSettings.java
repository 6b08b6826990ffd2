package io.rems.firm.user;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/** The first platform administrator, for an installation that has none. */
@ConfigurationProperties("rems.bootstrap.administrator")
record BootstrapSettings(@Nullable String email, @Nullable String password) {}
