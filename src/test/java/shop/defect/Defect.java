package shop.defect;

import java.util.Locale;

/** A way in which a workflow of Shop can be broken, named as it is typed on the command line. Each domain lists its own. */
public interface Defect {

    /** The enum constant: {@code RECEIPT_NEVER_SENT}. */
    String name();

    default String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    String workflow();

    /** What is different, in one sentence. */
    String change();
}
