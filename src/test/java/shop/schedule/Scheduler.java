package shop.schedule;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import shop.activity.Activity;
import shop.database.Database;
import shop.database.DatabaseFailure;
import shop.database.DatabaseUnavailable;
import shop.inbox.Handler;
import shop.retry.GivenUp;
import shop.retry.Pause;
import shop.retry.Retry;
import shop.retry.TryAgain;

/** Does what is due, some tasks side by side, each once unless Shop stops in between. */
public final class Scheduler implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Scheduler.class);
    private static final long TICK_MILLIS = 100;
    private static final long STOP_GRACE_MILLIS = 300;
    private static final int AT_ONCE = 8;
    private static final Duration UNTIL_THE_DATABASE_IS_BACK = Duration.ofMillis(500);

    private final Database database;
    private final Schedule schedule;
    private final Map<String, Job> jobs;
    private final Retry retry;
    private final Activity activity;
    private final ExecutorService workers = Executors.newFixedThreadPool(AT_ONCE);
    private final Thread thread = new Thread(this::run, "scheduler");
    private final Semaphore news = new Semaphore(0);
    private volatile boolean stopping;

    public Scheduler(Database database, Schedule schedule, Map<String, Job> jobs, Retry retry, Activity activity) {
        this.database = database;
        this.schedule = schedule;
        this.jobs = Map.copyOf(jobs);
        this.retry = retry;
        this.activity = activity;
    }

    public void start() {
        schedule.giveBack();
        thread.start();
    }

    public boolean running() {
        return thread.isAlive();
    }

    /** Something may have become due. */
    public void wake() {
        news.release();
    }

    @Override
    public void close() {
        stopping = true;
        wake();
        try {
            thread.join(STOP_GRACE_MILLIS);
            thread.interrupt();
            workers.shutdown();
            if (!workers.awaitTermination(STOP_GRACE_MILLIS, TimeUnit.MILLISECONDS)) {
                workers.shutdownNow();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void run() {
        try {
            while (!stopping) {
                if (!takeSome() && news.tryAcquire(TICK_MILLIS, TimeUnit.MILLISECONDS)) {
                    news.drainPermits();
                }
            }
        } catch (InterruptedException e) {
            LOG.debug("The scheduler was stopped");
        }
    }

    /** Returns whether there may be more to do at once. A task counts as due until it is done, so nobody sees a gap. */
    private boolean takeSome() throws InterruptedException {
        try {
            List<Schedule.Taken> taken = schedule.take(AT_ONCE);
            taken.forEach(each -> workers.execute(() -> perform(each)));
            return taken.size() == AT_ONCE;
        } catch (DatabaseFailure e) {
            if (Thread.interrupted()) {
                throw new InterruptedException();
            }
            LOG.warn("The schedule cannot be read: {}", e.getMessage());
            return false;
        }
    }

    private void perform(Schedule.Taken taken) {
        try (Activity.Work work = activity.begin(taken.task().correlationId())) {
            while (!performed(taken)) {
                Pause.of(UNTIL_THE_DATABASE_IS_BACK);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean performed(Schedule.Taken taken) throws InterruptedException {
        Task task = taken.task();
        try {
            finish(taken, retry.call(() -> attempt(task)), null);
        } catch (GivenUp e) {
            LOG.warn("{} {} is given up: {}", task.job(), task.about(), e.getMessage());
            finish(taken, Handler.Changes.NONE, e.getMessage());
        } catch (DatabaseUnavailable e) {
            return false;
        }
        return true;
    }

    private Handler.Changes attempt(Task task) throws TryAgain, GivenUp, InterruptedException {
        Job job = jobs.get(task.job());
        if (job == null) {
            throw new GivenUp("nobody knows how to do " + task.job());
        }
        try {
            return job.run(task);
        } catch (DatabaseUnavailable e) {
            throw e;
        } catch (RuntimeException e) {
            LOG.warn("{} {} failed", task.job(), task.about(), e);
            throw new TryAgain(e.toString());
        }
    }

    private void finish(Schedule.Taken taken, Handler.Changes changes, String failure) {
        database.transaction(tx -> {
            changes.saveIn(tx);
            Schedule.done(tx, taken, failure);
            return null;
        });
    }
}
