@NullMarked
package io.rems.ownership;

import org.jspecify.annotations.NullMarked;
