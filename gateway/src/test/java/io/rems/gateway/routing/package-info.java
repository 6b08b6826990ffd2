@NullMarked
package io.rems.gateway.routing;

import org.jspecify.annotations.NullMarked;
