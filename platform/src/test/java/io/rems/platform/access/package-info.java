@NullMarked
package io.rems.platform.access;

import org.jspecify.annotations.NullMarked;
