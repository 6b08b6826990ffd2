@NullMarked
package io.rems.violations.first;

import org.jspecify.annotations.NullMarked;
