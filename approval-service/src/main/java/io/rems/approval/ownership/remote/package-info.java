/** ownership-service, asked over HTTP. */
@NullMarked
package io.rems.approval.ownership.remote;

import org.jspecify.annotations.NullMarked;
