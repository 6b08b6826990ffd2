@NullMarked
package io.rems.platform;

import org.jspecify.annotations.NullMarked;
