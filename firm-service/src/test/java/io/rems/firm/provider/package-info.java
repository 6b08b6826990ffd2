@NullMarked
package io.rems.firm.provider;

import org.jspecify.annotations.NullMarked;
