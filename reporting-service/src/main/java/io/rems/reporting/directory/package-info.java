/** What firms, properties and owners are called. */
@NullMarked
package io.rems.reporting.directory;

import org.jspecify.annotations.NullMarked;
