/** Long work that answers at once and is looked after by its client. */
@NullMarked
package io.rems.platform.job;

import org.jspecify.annotations.NullMarked;
