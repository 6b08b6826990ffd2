@NullMarked
package io.rems.approval.decision.domain;

import org.jspecify.annotations.NullMarked;
