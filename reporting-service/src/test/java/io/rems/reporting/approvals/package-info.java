@NullMarked
package io.rems.reporting.approvals;

import org.jspecify.annotations.NullMarked;
