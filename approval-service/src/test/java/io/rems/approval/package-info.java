@NullMarked
package io.rems.approval;

import org.jspecify.annotations.NullMarked;
