package io.rems.bench;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.time.LocalDate;

/** What the figures were measured on. */
final class Machine {

    private Machine() {}

    static String text() {
        var system = system();
        return "%s: %d cores, %d GiB, %s %s, Java %s; load before: %.1f"
                .formatted(
                        LocalDate.now(),
                        Runtime.getRuntime().availableProcessors(),
                        system.getTotalMemorySize() >> 30,
                        System.getProperty("os.name"),
                        System.getProperty("os.version"),
                        System.getProperty("java.vm.version"),
                        system.getSystemLoadAverage());
    }

    /** How many processes want to run, over the last minute. */
    static double load() {
        return system().getSystemLoadAverage();
    }

    private static OperatingSystemMXBean system() {
        return ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
    }
}
