/** Work that time drives. */
@NullMarked
package io.rems.platform.work;

import org.jspecify.annotations.NullMarked;
