/** Counts of a firm and over all firms, kept while events arrive. */
@NullMarked
package io.rems.reporting.statistics;

import org.jspecify.annotations.NullMarked;
