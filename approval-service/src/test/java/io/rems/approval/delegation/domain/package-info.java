@NullMarked
package io.rems.approval.delegation.domain;

import org.jspecify.annotations.NullMarked;
