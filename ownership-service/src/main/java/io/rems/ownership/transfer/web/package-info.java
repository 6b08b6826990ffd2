@NullMarked
package io.rems.ownership.transfer.web;

import org.jspecify.annotations.NullMarked;
