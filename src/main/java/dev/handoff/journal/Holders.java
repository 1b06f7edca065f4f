package dev.handoff.journal;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;

/**
 * The scenarios that hold a business key of one value. Of those that have ended the latest few are kept: that a value is
 * shared does not depend on how many share it.
 */
final class Holders {

    private static final int MOST_ENDED = 3;

    private final List<Holder> holders = new ArrayList<>(1);

    boolean add(Party party, String key) {
        if (holders.stream().anyMatch(holder -> holder.party() == party)) {
            return false;
        }
        holders.add(new Holder(party, key));
        return true;
    }

    void forEach(BiConsumer<Party, String> each) {
        holders.forEach(holder -> each.accept(holder.party(), holder.key()));
    }

    void trim() {
        long ended =
                holders.stream().filter(holder -> holder.party().hasEnded()).count();
        for (int i = 0; ended > MOST_ENDED && i < holders.size(); ) {
            if (holders.get(i).party().hasEnded()) {
                holders.remove(i);
                ended--;
            } else {
                i++;
            }
        }
    }

    private record Holder(Party party, String key) {}
}
