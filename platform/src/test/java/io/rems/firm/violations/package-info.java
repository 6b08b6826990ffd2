@NullMarked
package io.rems.firm.violations;

import org.jspecify.annotations.NullMarked;
