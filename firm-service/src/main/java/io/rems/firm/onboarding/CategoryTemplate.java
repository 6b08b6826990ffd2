package io.rems.firm.onboarding;

/** Names of the sets of expense categories that a firm can begin with; approval-service knows what is in them. */
enum CategoryTemplate {
    KUWAIT_RESIDENTIAL,
    COMMERCIAL
}
