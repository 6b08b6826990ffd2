@NullMarked
package io.rems.reporting.audit;

import org.jspecify.annotations.NullMarked;
