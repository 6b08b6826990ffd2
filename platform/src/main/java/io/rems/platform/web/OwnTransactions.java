package io.rems.platform.web;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * On a POST whose work does not fit into one transaction of the caller's firm: it spans firms, or asks another service.
 * Its answer under an Idempotency-Key is stored after it, not with it, so that the command itself must bear repetition
 * should the service die in between.
 */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface OwnTransactions {}
