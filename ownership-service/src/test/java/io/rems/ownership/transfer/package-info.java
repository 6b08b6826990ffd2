@NullMarked
package io.rems.ownership.transfer;

import org.jspecify.annotations.NullMarked;
