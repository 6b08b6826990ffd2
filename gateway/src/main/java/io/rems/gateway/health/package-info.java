/** How REMS is, for those who operate it. */
@NullMarked
package io.rems.gateway.health;

import org.jspecify.annotations.NullMarked;
