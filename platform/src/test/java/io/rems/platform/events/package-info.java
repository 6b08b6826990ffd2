@NullMarked
package io.rems.platform.events;

import org.jspecify.annotations.NullMarked;
