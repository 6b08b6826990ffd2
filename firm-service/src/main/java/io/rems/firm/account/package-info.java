/** What is done to a login after it is there: its password and address change, and administrators look after it. */
@NullMarked
package io.rems.firm.account;

import org.jspecify.annotations.NullMarked;
