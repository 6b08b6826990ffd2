@NullMarked
package io.rems.reporting.statistics;

import org.jspecify.annotations.NullMarked;
