package shop.ticket;

import java.time.Duration;
import java.util.Optional;

/** How soon somebody has to look at a ticket. */
enum Priority {
    NORMAL("normal", "P3", null),
    URGENT("urgent", "P1", Duration.ofHours(2));

    private final String label;
    private final String deskLevel;
    private final Duration escalatesAfter;

    Priority(String label, String deskLevel, Duration escalatesAfter) {
        this.label = label;
        this.deskLevel = deskLevel;
        this.escalatesAfter = escalatesAfter;
    }

    static Optional<Priority> labelled(String label) {
        for (Priority priority : values()) {
            if (priority.label.equals(label)) {
                return Optional.of(priority);
            }
        }
        return Optional.empty();
    }

    String label() {
        return label;
    }

    /** As the support desk calls it. */
    String deskLevel() {
        return deskLevel;
    }

    /** How long nobody may have acknowledged it before somebody is woken; empty if that can wait. */
    Optional<Duration> escalatesAfter() {
        return Optional.ofNullable(escalatesAfter);
    }
}
