@NullMarked
package io.rems.platform.problem;

import org.jspecify.annotations.NullMarked;
