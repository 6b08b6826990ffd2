@NullMarked
package io.rems.reporting;

import org.jspecify.annotations.NullMarked;
