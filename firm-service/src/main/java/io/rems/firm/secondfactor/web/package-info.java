/** What the operator does about second factors. */
@NullMarked
package io.rems.firm.secondfactor.web;

import org.jspecify.annotations.NullMarked;
