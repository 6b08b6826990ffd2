/** What properties are worth: valuations over time, corrected but never overwritten. */
@NullMarked
package io.rems.ownership.valuation;

import org.jspecify.annotations.NullMarked;
