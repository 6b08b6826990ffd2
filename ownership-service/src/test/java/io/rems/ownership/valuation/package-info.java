@NullMarked
package io.rems.ownership.valuation;

import org.jspecify.annotations.NullMarked;
