@NullMarked
package io.rems.approval.delegation;

import org.jspecify.annotations.NullMarked;
