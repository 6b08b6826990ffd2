@NullMarked
package io.rems.approval.escalation.domain;

import org.jspecify.annotations.NullMarked;
