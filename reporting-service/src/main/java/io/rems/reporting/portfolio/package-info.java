/** What an owner holds, what waits for him and what his part of the expenses came to. */
@NullMarked
package io.rems.reporting.portfolio;

import org.jspecify.annotations.NullMarked;
