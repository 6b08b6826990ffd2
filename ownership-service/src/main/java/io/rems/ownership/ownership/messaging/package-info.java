@NullMarked
package io.rems.ownership.ownership.messaging;

import org.jspecify.annotations.NullMarked;
