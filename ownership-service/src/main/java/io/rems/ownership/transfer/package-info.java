/** Shares that go from one holder to others, as one document each. */
@NullMarked
package io.rems.ownership.transfer;

import org.jspecify.annotations.NullMarked;
