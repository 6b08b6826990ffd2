@NullMarked
package io.rems.gateway.violations;

import org.jspecify.annotations.NullMarked;
