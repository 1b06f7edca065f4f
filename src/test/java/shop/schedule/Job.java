package shop.schedule;

import shop.inbox.Handler;
import shop.retry.GivenUp;

/** Does what a kind of task asks for. */
public interface Job {

    /** As {@link Handler#handle}: it may be called again for the same task if Shop stops in between. */
    Handler.Changes run(Task task) throws GivenUp, InterruptedException;
}
