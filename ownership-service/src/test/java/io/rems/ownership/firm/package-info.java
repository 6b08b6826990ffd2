@NullMarked
package io.rems.ownership.firm;

import org.jspecify.annotations.NullMarked;
