package io.rems.approval.vendor;

import java.math.BigDecimal;

/**
 * What those say for whom a vendor worked; it comes from maintenance and is not written here.
 *
 * @param average from 1 to 5
 * @param count of how many opinions
 */
record Rating(BigDecimal average, int count) {}
