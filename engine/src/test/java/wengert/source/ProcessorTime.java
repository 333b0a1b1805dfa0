package wengert.source;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;

/// The time of processors that the tests have taken. Unlike a clock, it stands still while other programs have them.
public final class ProcessorTime {

    private static final OperatingSystemMXBean PROCESS =
            ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);

    private ProcessorTime() {}

    /// How much it is so far, in seconds.
    public static double taken() {
        return PROCESS.getProcessCpuTime() / 1e9;
    }
}
