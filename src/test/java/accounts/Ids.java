package accounts;

import java.util.UUID;
import java.util.function.LongFunction;

/** How accounts name what they hold. */
final class Ids {

    private Ids() {}

    /** {@code re_8f14e45fceea167a}: never the same twice, after another start neither. */
    static LongFunction<String> random(String prefix) {
        return number -> prefix + UUID.randomUUID().toString().replace("-", "").substring(16);
    }
}
