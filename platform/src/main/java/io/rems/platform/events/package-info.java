/** Domain events: written with the change they tell of, published in order, applied once. */
@NullMarked
package io.rems.platform.events;

import org.jspecify.annotations.NullMarked;
