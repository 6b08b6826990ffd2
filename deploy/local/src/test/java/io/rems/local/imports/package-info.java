@NullMarked
package io.rems.local.imports;

import org.jspecify.annotations.NullMarked;
