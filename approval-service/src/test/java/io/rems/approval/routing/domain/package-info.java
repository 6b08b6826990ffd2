@NullMarked
package io.rems.approval.routing.domain;

import org.jspecify.annotations.NullMarked;
