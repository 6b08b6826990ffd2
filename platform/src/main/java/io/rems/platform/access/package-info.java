/** Who is calling, for which firm, and what he may do. */
@NullMarked
package io.rems.platform.access;

import org.jspecify.annotations.NullMarked;
