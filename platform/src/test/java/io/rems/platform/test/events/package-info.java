/** Documents the events of a service from its code, and holds what its tests publish against that. */
@NullMarked
package io.rems.platform.test.events;

import org.jspecify.annotations.NullMarked;
