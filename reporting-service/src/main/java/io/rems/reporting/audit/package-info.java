/** Every event of the other services, chained so that a later change shows. */
@NullMarked
package io.rems.reporting.audit;

import org.jspecify.annotations.NullMarked;
