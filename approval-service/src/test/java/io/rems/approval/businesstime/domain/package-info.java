@NullMarked
package io.rems.approval.businesstime.domain;

import org.jspecify.annotations.NullMarked;
