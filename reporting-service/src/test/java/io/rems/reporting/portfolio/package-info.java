@NullMarked
package io.rems.reporting.portfolio;

import org.jspecify.annotations.NullMarked;
