@NullMarked
package io.rems.ownership.owner;

import org.jspecify.annotations.NullMarked;
