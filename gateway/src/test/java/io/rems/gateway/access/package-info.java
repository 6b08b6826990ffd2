@NullMarked
package io.rems.gateway.access;

import org.jspecify.annotations.NullMarked;
