package io.rems.violations;

/** Breaks: repositories are not visible. */
public class R2dbcReports {}
