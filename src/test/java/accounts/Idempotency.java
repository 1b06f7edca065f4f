package accounts;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;

/** The same request under a used key gets the first answer again; another one is refused. Thread-safe. */
final class Idempotency {

    private static final int MOST = 10_000;

    private final Map<String, First> firsts = new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, First> eldest) {
            return size() > MOST;
        }
    };

    private record First(String path, ObjectNode content, ObjectNode answer) {}

    /** @param key null without one: then it is done each time */
    synchronized ObjectNode once(String key, String path, ObjectNode content, Supplier<ObjectNode> creation) {
        if (key == null) {
            return creation.get();
        }
        First first = firsts.get(key);
        if (first == null) {
            first = new First(path, content, creation.get());
            firsts.put(key, first);
        } else if (!first.path().equals(path) || !first.content().equals(content)) {
            throw new Refused(422, "The idempotency key was used for another request");
        }
        return first.answer();
    }
}
