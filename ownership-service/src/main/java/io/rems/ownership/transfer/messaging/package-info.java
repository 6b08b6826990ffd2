@NullMarked
package io.rems.ownership.transfer.messaging;

import org.jspecify.annotations.NullMarked;
