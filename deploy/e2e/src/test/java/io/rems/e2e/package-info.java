/** The packaged applications together, as portals and attackers see them. */
@NullMarked
package io.rems.e2e;

import org.jspecify.annotations.NullMarked;
