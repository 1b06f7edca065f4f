package shop;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BooleanSupplier;

/** Whether everything that was started is up. */
final class Readiness {

    private final List<BooleanSupplier> parts = new CopyOnWriteArrayList<>();
    private volatile boolean complete;

    void requires(BooleanSupplier part) {
        parts.add(part);
    }

    /** No part is going to be added. */
    void complete() {
        complete = true;
    }

    boolean isComplete() {
        return complete && parts.stream().allMatch(BooleanSupplier::getAsBoolean);
    }
}
