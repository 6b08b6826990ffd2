/** reporting-service: read models for the portals and the audit log, from events only. */
@NullMarked
package io.rems.reporting;

import org.jspecify.annotations.NullMarked;
