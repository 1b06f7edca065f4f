package shop.messaging;

import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.Executor;

/** Runs tasks with the same key one after the other, and all others at the same time. */
public final class Lanes {

    private final Executor workers;
    private final Map<String, Queue<Runnable>> waiting = new HashMap<>();

    public Lanes(Executor workers) {
        this.workers = workers;
    }

    public synchronized void add(String key, Runnable task) {
        Queue<Runnable> lane = waiting.get(key);
        if (lane == null) {
            waiting.put(key, new ArrayDeque<>());
            workers.execute(() -> run(key, task));
        } else {
            lane.add(task);
        }
    }

    private void run(String key, Runnable first) {
        for (Runnable task = first; task != null; task = next(key)) {
            task.run();
        }
    }

    private synchronized Runnable next(String key) {
        Runnable task = waiting.get(key).poll();
        if (task == null) {
            waiting.remove(key);
        }
        return task;
    }
}
