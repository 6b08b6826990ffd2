/** The public API of a running REMS, called through the gateway as a portal calls it. */
@NullMarked
package io.rems.local.api;

import org.jspecify.annotations.NullMarked;
