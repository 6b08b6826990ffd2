@NullMarked
package io.rems.violations.second;

import org.jspecify.annotations.NullMarked;
