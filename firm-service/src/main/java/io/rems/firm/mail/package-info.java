/** Mail to people about their accounts: queued with what it tells, sent later, in their language. */
@NullMarked
package io.rems.firm.mail;

import org.jspecify.annotations.NullMarked;
