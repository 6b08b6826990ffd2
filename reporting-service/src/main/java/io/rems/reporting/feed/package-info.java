/** What each event does to the read models. */
@NullMarked
package io.rems.reporting.feed;

import org.jspecify.annotations.NullMarked;
