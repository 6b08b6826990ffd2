@NullMarked
package io.rems.gateway.limit;

import org.jspecify.annotations.NullMarked;
