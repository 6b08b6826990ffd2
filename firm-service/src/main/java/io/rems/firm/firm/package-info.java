/** Firms: the customers of REMS, isolated from each other. */
@NullMarked
package io.rems.firm.firm;

import org.jspecify.annotations.NullMarked;
