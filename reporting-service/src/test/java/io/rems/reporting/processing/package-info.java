@NullMarked
package io.rems.reporting.processing;

import org.jspecify.annotations.NullMarked;
