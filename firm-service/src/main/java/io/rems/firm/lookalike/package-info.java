/** Names and addresses that people would take for one another. */
@NullMarked
package io.rems.firm.lookalike;

import org.jspecify.annotations.NullMarked;
