@NullMarked
package io.rems.platform.database;

import org.jspecify.annotations.NullMarked;
