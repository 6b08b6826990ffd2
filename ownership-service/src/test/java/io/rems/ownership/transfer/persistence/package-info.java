@NullMarked
package io.rems.ownership.transfer.persistence;

import org.jspecify.annotations.NullMarked;
