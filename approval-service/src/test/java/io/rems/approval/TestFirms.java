package io.rems.approval;

import io.rems.platform.test.RemsHttp;
import io.rems.platform.test.TestDatabase;
import io.rems.platform.test.TestEvents;

/** Where tests get a firm of their own. */
class TestFirms {

    private final RemsHttp http;
    private final TestEvents events;
    private final TestDatabase database;

    TestFirms(RemsHttp http, TestEvents events, TestDatabase database) {
        this.http = http;
        this.events = events;
        this.database = database;
    }

    TestFirm open() {
        return new TestFirm(http, events, database);
    }
}
