@NullMarked
package io.rems.approval.decision.persistence;

import org.jspecify.annotations.NullMarked;
