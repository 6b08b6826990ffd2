@NullMarked
package io.rems.ownership.ownership.web;

import org.jspecify.annotations.NullMarked;
