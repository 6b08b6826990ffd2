@NullMarked
package io.rems.ownership.ownership;

import org.jspecify.annotations.NullMarked;
