/** The only way to the database: transactions and statements in the scope of one firm. */
@NullMarked
package io.rems.platform.database;

import org.jspecify.annotations.NullMarked;
