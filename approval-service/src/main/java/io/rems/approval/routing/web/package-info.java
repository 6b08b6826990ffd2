/** How an expense was routed, over HTTP. */
@NullMarked
package io.rems.approval.routing.web;

import org.jspecify.annotations.NullMarked;
