/** PostgreSQL and Kafka without Docker or installation, for the local stack and for tests. */
@NullMarked
package io.rems.embedded;

import org.jspecify.annotations.NullMarked;
