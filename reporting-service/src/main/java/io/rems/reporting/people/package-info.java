/** Who works in a firm, in which role, and how much they use REMS. */
@NullMarked
package io.rems.reporting.people;

import org.jspecify.annotations.NullMarked;
