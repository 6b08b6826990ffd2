@NullMarked
package io.rems.local.api;

import org.jspecify.annotations.NullMarked;
