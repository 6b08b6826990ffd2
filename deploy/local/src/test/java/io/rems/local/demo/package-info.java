@NullMarked
package io.rems.local.demo;

import org.jspecify.annotations.NullMarked;
