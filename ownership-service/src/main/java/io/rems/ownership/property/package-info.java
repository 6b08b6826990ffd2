@NullMarked
package io.rems.ownership.property;

import org.jspecify.annotations.NullMarked;
