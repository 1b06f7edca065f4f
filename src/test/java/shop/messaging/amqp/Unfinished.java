package shop.messaging.amqp;

import com.rabbitmq.client.Channel;
import java.util.ArrayList;
import java.util.List;
import shop.activity.Activity;

/** Work that was not acknowledged because its channel ended: not done before the broker hands it out on the next one. */
final class Unfinished {

    private final List<Activity.Work> works = new ArrayList<>();
    private Channel current;

    synchronized void add(Channel from, Activity.Work work) {
        if (from == current) {
            works.add(work);
        } else {
            work.close();
        }
    }

    /** From here on the new channel's deliveries count. */
    synchronized void handOverTo(Channel channel) {
        current = channel;
        works.forEach(Activity.Work::close);
        works.clear();
    }
}
