package io.rems.platform.events;

/** Names of the CloudEvents 1.0 attributes in Kafka's binary mode, with the extensions that REMS adds. */
final class CloudEventHeaders {
    static final String SPEC_VERSION = "ce_specversion";
    static final String ID = "ce_id";
    static final String SOURCE = "ce_source";
    static final String TYPE = "ce_type";
    static final String SUBJECT = "ce_subject";
    static final String TIME = "ce_time";
    static final String FIRM = "ce_firmid";
    static final String ACTOR = "ce_actorid";
    static final String SUPPORT_ACCESS = "ce_supportaccessid";
    static final String TRACE = "ce_traceparent";
    static final String AGGREGATE_VERSION = "ce_aggregateversion";
    static final String CONTENT_TYPE = "content-type";

    private CloudEventHeaders() {}
}
