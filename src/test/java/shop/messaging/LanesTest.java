package shop.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class LanesTest {

    private final List<Runnable> workers = new ArrayList<>();
    private final List<String> done = new ArrayList<>();
    private final Lanes lanes = new Lanes(workers::add);

    @Test
    void oneKeyIsHandledInOrderByOneWorker() {
        lanes.add("a", () -> done.add("a1"));
        lanes.add("a", () -> done.add("a2"));
        assertThat(workers).hasSize(1);
        workers.get(0).run();
        assertThat(done).containsExactly("a1", "a2");
    }

    @Test
    void anotherKeyNeedNotWait() {
        lanes.add("a", () -> done.add("a"));
        lanes.add("b", () -> done.add("b"));
        workers.get(1).run();
        assertThat(done).containsExactly("b");
    }
}
