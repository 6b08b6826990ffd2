@NullMarked
package io.rems.ownership.snapshot;

import org.jspecify.annotations.NullMarked;
