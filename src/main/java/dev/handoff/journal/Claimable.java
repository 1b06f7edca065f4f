package dev.handoff.journal;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/**
 * Deliveries that a key learned later may claim, found by the values they hold. They are kept in blocks, in the order of
 * capture, so that the oldest can be let go at once; of a value only a fingerprint is kept, which the delivery itself
 * confirms.
 */
final class Claimable {

    private static final int BLOCK = 256;

    private final Deque<Block> blocks = new ArrayDeque<>();

    /** Adds one, and says whether its block is full. */
    boolean add(Pending pending, Iterable<String> tokens) {
        if (blocks.isEmpty() || blocks.getLast().isFull()) {
            blocks.addLast(new Block());
        }
        blocks.getLast().add(pending, tokens);
        return blocks.getLast().isFull();
    }

    /** Those of some that hold a value, in the order of capture. */
    List<Pending> holding(String token, Predicate<Delivery> some) {
        List<Pending> holding = new ArrayList<>();
        long mark = mark(token);
        blocks.forEach(block -> block.find(mark, token, some, holding));
        return holding;
    }

    /** Lets go of blocks that were captured before an entry, and gives what was in them. */
    List<Pending> release(long before) {
        List<Pending> released = new ArrayList<>();
        while (!blocks.isEmpty() && blocks.getFirst().last() < before) {
            released.addAll(blocks.removeFirst().pending);
        }
        return released;
    }

    int size() {
        return blocks.stream().mapToInt(block -> block.pending.size()).sum();
    }

    /** FNV-1a over 64 bits; the lowest byte is left for the place in a block. */
    private static long mark(String token) {
        long hash = 0xcbf29ce484222325L;
        for (int i = 0; i < token.length(); i++) {
            hash = (hash ^ token.charAt(i)) * 0x100000001b3L;
        }
        return (hash ^ hash >>> 32) * 0x9e3779b97f4a7c15L & -BLOCK;
    }

    /**
     * A delivery.
     *
     * @param content as it came: what is masked in it may be the key to the next delivery
     */
    record Pending(Delivery delivery, Message content, Map<String, String> properties) {
        Values values() {
            return Values.in(content, properties);
        }
    }

    private static final class Block {
        private final List<Pending> pending = new ArrayList<>();
        private long[] marks = new long[64];
        private int size;

        boolean isFull() {
            return pending.size() == BLOCK;
        }

        long last() {
            return pending.get(pending.size() - 1).delivery().captured().index();
        }

        void add(Pending one, Iterable<String> tokens) {
            for (String token : tokens) {
                if (size == marks.length) {
                    marks = Arrays.copyOf(marks, size * 2);
                }
                marks[size++] = mark(token) | pending.size();
            }
            pending.add(one);
            if (isFull()) {
                marks = Arrays.copyOf(marks, size);
                Arrays.sort(marks);
            }
        }

        void find(long mark, String token, Predicate<Delivery> some, List<Pending> holding) {
            int from = isFull() ? first(mark) : 0;
            for (int i = from; i < size && !(isFull() && (marks[i] & -BLOCK) != mark); i++) {
                if ((marks[i] & -BLOCK) == mark) {
                    Pending found = pending.get((int) (marks[i] & BLOCK - 1));
                    if (some.test(found.delivery()) && found.values().has(token)) {
                        holding.add(found);
                    }
                }
            }
        }

        private int first(long mark) {
            int at = Arrays.binarySearch(marks, mark);
            return at >= 0 ? at : -at - 1;
        }
    }
}
