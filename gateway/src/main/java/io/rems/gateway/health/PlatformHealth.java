package io.rems.gateway.health;

import java.time.Instant;
import java.util.List;

/**
 * How all of REMS is.
 *
 * @param well whether every service is ready and reachable, and access changes are heard of
 * @param accessChangesHeard whether the gateway hears at once of changed assignments and firms
 */
record PlatformHealth(boolean well, boolean accessChangesHeard, Instant checkedAt, List<ServiceHealth> services) {}
