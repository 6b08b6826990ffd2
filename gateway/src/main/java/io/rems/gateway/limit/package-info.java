/** How much a caller may send. */
@NullMarked
package io.rems.gateway.limit;

import org.jspecify.annotations.NullMarked;
