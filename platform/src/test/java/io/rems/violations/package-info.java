@NullMarked
package io.rems.violations;

import org.jspecify.annotations.NullMarked;
