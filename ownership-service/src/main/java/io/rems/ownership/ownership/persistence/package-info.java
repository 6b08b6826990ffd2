@NullMarked
package io.rems.ownership.ownership.persistence;

import org.jspecify.annotations.NullMarked;
