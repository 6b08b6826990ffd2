package io.rems.local;

import java.util.Optional;
import java.util.ServiceLoader;

/** What the first start brings in, through the public API. Found as a service of the class path. */
public interface DemoData {

    /** Called once, when every application is ready; a failure ends the start, and the next one tries again. */
    void load(LocalStack stack, Progress progress);

    /** Lines for the end of {@code up}: who may sign in. */
    String logins();

    /** The e-mail address of a login that works in a firm with properties, for the examples. */
    String example();

    static Optional<DemoData> find() {
        return ServiceLoader.load(DemoData.class).findFirst();
    }
}
