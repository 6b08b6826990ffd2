@NullMarked
package io.rems.gateway;

import org.jspecify.annotations.NullMarked;
