@NullMarked
package io.rems.approval.ownership.domain;

import org.jspecify.annotations.NullMarked;
