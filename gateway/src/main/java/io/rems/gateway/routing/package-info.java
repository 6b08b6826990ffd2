/** Which service answers a path, and how its weakness is kept from the callers. */
@NullMarked
package io.rems.gateway.routing;

import org.jspecify.annotations.NullMarked;
