package io.rems.local.api;

/** A request and how it went, for those who want to show it. */
public record Exchange(String user, String method, String path, int status) {}
