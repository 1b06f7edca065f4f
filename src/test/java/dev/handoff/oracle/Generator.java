package dev.handoff.oracle;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Makes up stories, the awkward ones more often than they happen. */
final class Generator {

    private static final List<String> KINDS = List.of("refund", "payout", "notice", "completed", "entry");
    private static final List<String> ACTIONS = List.of("purchase", "approval");
    private static final long END = 4_000;

    private final Random random;
    private final List<Line> lines = new ArrayList<>();
    private final List<String> scenarios;
    private final List<String> happened = new ArrayList<>();
    private int effects;

    private Generator(long seed) {
        this.random = new Random(seed * 0x9E3779B97F4A7C15L + 1);
        this.scenarios = List.of("A", "B", "C").subList(0, pick(1, 1, 2, 2, 3));
    }

    static Story story(long seed) {
        return new Generator(seed).story();
    }

    private Story story() {
        Story.SYSTEMS.forEach(this::probe);
        scenarios.forEach(this::scenario);
        if (chance(20)) {
            lines.add(happen(
                    between(0, 2_500),
                    pick(KINDS),
                    "nobody",
                    chance(50) ? List.of() : List.of("foreign:order_id=Z-" + between(100, 999))));
        }
        return new Story(lines);
    }

    private void probe(String system) {
        if (!chance(4)) {
            lines.add(Line.of(0, "up", system));
        }
        if (chance(9)) {
            long down = pick(between(0, 600), between(300, 2_500));
            lines.add(Line.of(down, "down", system));
            if (chance(80)) {
                lines.add(Line.of(down + between(1, 800), "up", system));
            }
        }
        if (!Story.isPushed(system)) {
            long step = pick(60, 150, 400);
            for (long at = between(0, step); at < END; at += between(1, 2 * step)) {
                lines.add(Line.of(at, "poll", system));
            }
        }
    }

    private void scenario(String me) {
        happened.clear();
        long begin = between(1, 300);
        lines.add(Line.of(begin, "begin", me));
        if (chance(5)) {
            lines.add(Line.of(begin, "unasked", me, "kind=entry"));
        }
        long within = pick(300, 500, 1_000);
        long at = begin + between(0, 50);
        List<Long> edges = new ArrayList<>();
        int acts = pick(0, 1, 1, 1, 1, 2, 2);
        for (int act = 0; act < acts; act++) {
            act(me, at, pick(ACTIONS), within);
            edges.add(at + within);
            at += chance(50) ? between(100, 500) : between(900, 1_600);
        }
        if (acts == 0 && chance(50)) {
            effects(me, begin, within);
            edges.add(begin + within);
        }
        looks(me, begin, edges);
        int expectations = pick(2, 3, 4);
        for (int i = 0; i < expectations; i++) {
            lines.add(expectation(me, within));
        }
    }

    private void act(String me, long at, String name, long within) {
        List<String> facts = new ArrayList<>(List.of("name=" + name));
        String order = order(me);
        String refund = "re_" + me + (chance(12) ? 0 : between(1, 3));
        String email = chance(15) ? "shared@example.org" : me.toLowerCase() + "@example.org";
        if (chance(70)) {
            facts.add("body:order_id=" + order);
        }
        if (chance(40)) {
            facts.add("body:email=" + email);
        }
        lines.add(Line.of(at, "act", me, facts.toArray(String[]::new)));
        if (chance(80)) {
            List<String> learned = new ArrayList<>();
            learned.add("body:refund_id=" + refund);
            if (chance(40)) {
                learned.add("body:order_id=" + order);
            }
            long answered = chance(80) ? between(5, 300) : between(300, 1_200);
            lines.add(Line.of(at + answered, "answer", me, learned.toArray(String[]::new)));
        }
        effects(me, at, within);
    }

    private String order(String me) {
        return switch (between(0, 9)) {
            case 0 -> me.equals("B") ? "x7" : "77";
            case 1 -> "S-100";
            case 2 -> String.valueOf(100_000 + me.charAt(0));
            default -> me + "-10" + between(0, 2);
        };
    }

    private void effects(String me, long at, long within) {
        int number = pick(0, 1, 1, 2, 2, 3, 4);
        for (int i = 0; i < number; i++) {
            String kind = pick(KINDS);
            happened.add(kind);
            long happens = at
                    + switch (between(0, 9)) {
                        case 0 -> within;
                        case 1 -> within + pick(-1, 1, 2);
                        case 2 -> within + between(0, 900);
                        case 3 -> between(0, 2);
                        default -> between(1, Math.min(within, 400));
                    };
            List<String> marks = marks(me);
            String key = "key-" + between(0, 9);
            if (chance(25)) {
                for (int n = pick(1, 1, 2); n > 0; n--) {
                    lines.add(
                            happen(happens, kind, me, with(marks, "disposition=rejected", "status=503", "key=" + key)));
                    happens += pick(between(1, 60), between(100, 500));
                }
                if (chance(20)) {
                    continue;
                }
            }
            lines.add(happen(happens, kind, me, chance(60) ? with(marks, "key=" + key) : marks));
            if (chance(18)) {
                happens += chance(60) ? between(0, 50) : between(300, 1_300);
                List<String> copied = chance(70) ? marks : marks(me);
                lines.add(happen(happens, kind, me, chance(50) ? with(copied, "key=" + key) : copied));
            }
            if (chance(10)) {
                lines.add(
                        happen(happens + between(1, 200), kind, me, with(marks, "disposition=replayed", "key=" + key)));
            }
        }
    }

    private Line happen(long at, String kind, String by, List<String> marks) {
        List<String> facts = new ArrayList<>();
        String system = Story.systemOf(kind);
        if (chance(4)) {
            facts.add("system=" + system);
        } else {
            facts.add("kind=" + kind);
        }
        facts.add("by=" + by);
        facts.addAll(marks);
        if (chance(70)) {
            facts.add("amount=" + between(4, 6));
        }
        if (system.equals("ledger") && chance(70)) {
            facts.add("stamp=" + between(-5, 5));
        }
        if (system.equals("events") && chance(30)) {
            facts.add("made=" + between(0, 40));
        }
        if (chance(2)) {
            facts.add("cut=yes");
        }
        Line happened = Line.of(at, "happen", "e" + ++effects, facts.toArray(String[]::new));
        if (facts.contains("kind=entry") && facts.stream().noneMatch(fact -> fact.startsWith("disposition="))) {
            change(happened, by);
        }
        return happened;
    }

    /** A row that is there may become another, once or twice. */
    private void change(Line happened, String by) {
        long at = happened.at();
        while (chance(25)) {
            at += between(1, 300);
            lines.add(Line.of(at, "change", happened.what(), "by=" + by, "amount=" + between(4, 6)));
        }
    }

    /** What tells whose an effect is. */
    private List<String> marks(String me) {
        List<String> marks = new ArrayList<>();
        switch (between(0, 9)) {
            case 0, 1, 2 -> {
                marks.add("corr=" + me);
                marks.add("corr-in=" + pick("header", "trace", "field"));
            }
            case 3 -> marks.add("tracer=" + me);
            case 4 -> {
                return marks;
            }
            default -> {}
        }
        int carried = marks.isEmpty() ? pick(1, 1, 2) : pick(0, 0, 1);
        for (int i = 0; i < carried; i++) {
            String where = pick("body", "body", "header", "query", "foreign", "text", "list", "inside");
            String owner = marks.isEmpty() || chance(60) ? me : pick(scenarios);
            switch (between(0, 3)) {
                case 0 -> marks.add((chance(15) ? "alias" : where) + ":order_id=" + order(owner));
                case 1 ->
                    marks.add(where + ":email="
                            + (chance(15) ? "Shared@example.org" : owner.toLowerCase() + "@example.org"));
                default -> marks.add(where + ":refund_id=re_" + owner + (chance(12) ? 0 : between(1, 3)));
            }
        }
        if (chance(6)) {
            scenarios.forEach(other -> marks.add("list:to" + other + "=" + other.toLowerCase() + "@example.org"));
        }
        return marks;
    }

    private void looks(String me, long begin, List<Long> edges) {
        for (long edge : edges) {
            if (chance(50)) {
                look(me, edge + pick(-1, 0, 0, 1, 1, 2, 30));
            }
        }
        look(me, begin + between(0, 800));
        look(me, begin + between(600, 2_500));
        look(me, begin + between(2_000, 3_500));
    }

    private void look(String me, long at) {
        if (at
                < lines.stream()
                        .filter(line -> line.is("begin", me))
                        .findFirst()
                        .orElseThrow()
                        .at()) {
            return;
        }
        if (chance(40)) {
            for (String system : List.of("events", "ledger")) {
                lines.add(Line.of(at - (chance(50) ? 0 : between(0, Math.min(at, 3))), "poll", system));
            }
        }
        List<String> facts = new ArrayList<>();
        if (chance(50)) {
            facts.add("proven=yes");
        }
        if (chance(50)) {
            facts.add("last=yes");
        }
        lines.add(Line.of(at, "look", me, facts.toArray(String[]::new)));
    }

    private Line expectation(String me, long within) {
        List<String> facts = new ArrayList<>();
        switch (between(0, 9)) {
            case 0 -> {
                facts.add("say=notbefore");
                facts.add("kind=" + kind());
                facts.add("action=" + pick(ACTIONS));
            }
            case 1, 2 -> {
                facts.add("say=order");
                facts.add("items=" + items());
            }
            case 3 -> {
                facts.add("say=nothing");
                facts.add("named=" + pick(KINDS) + ":" + pick(0, 1, 1, 2) + "," + pick(KINDS) + ":1");
            }
            case 4 -> attempts(facts);
            default -> count(facts);
        }
        facts.add("within=" + within);
        if (chance(30)) {
            facts.add("stray=" + pick("ignore", "fail", "fail"));
        }
        return Line.of(0, "expect", me, facts.toArray(String[]::new));
    }

    private String items() {
        List<String> items = new ArrayList<>();
        for (int i = pick(2, 2, 3); i > 0; i--) {
            String item = chance(20) ? "@" + pick(ACTIONS) : kind();
            if (!items.contains(item)) {
                items.add(item);
            }
        }
        return String.join(",", items);
    }

    /** Of what is said to happen most does. */
    private String kind() {
        return happened.isEmpty() || chance(30) ? pick(KINDS) : pick(happened);
    }

    private void attempts(List<String> facts) {
        facts.add("say=attempts");
        facts.add("kind=" + kind());
        switch (between(0, 3)) {
            case 0 -> facts.add("count=" + pick(1, 2, 3));
            case 1 -> {
                facts.add("count=2");
                facts.add("statuses=503,201");
            }
            case 2 -> facts.add("statuses=" + pick("503,201", "201", "201,201"));
            default -> facts.add("header=yes");
        }
    }

    private void count(List<String> facts) {
        facts.add("say=count");
        facts.add("kind=" + kind());
        int times = pick(1, 1, 2);
        switch (between(0, 6)) {
            case 0 -> facts.add("min=" + times);
            case 1 -> facts.add("max=" + times);
            case 2, 3 -> facts.add("max=0");
            default -> {
                facts.add("min=" + times);
                facts.add("max=" + times);
            }
        }
        if (chance(50)) {
            facts.add("stated=yes");
        }
        if (chance(20)) {
            facts.add("amount=" + pick("5", "5", ">4", "absent"));
        }
    }

    private static List<String> with(List<String> facts, String... more) {
        List<String> all = new ArrayList<>(facts);
        all.addAll(List.of(more));
        return all;
    }

    private boolean chance(int percent) {
        return random.nextInt(100) < percent;
    }

    private long between(long least, long most) {
        return least + (most <= least ? 0 : random.nextInt((int) (most - least + 1)));
    }

    private int between(int least, int most) {
        return (int) between((long) least, (long) most);
    }

    private int pick(int... all) {
        return all[random.nextInt(all.length)];
    }

    private long pick(long... all) {
        return all[random.nextInt(all.length)];
    }

    private String pick(String... all) {
        return all[random.nextInt(all.length)];
    }

    private <T> T pick(List<T> all) {
        return all.get(random.nextInt(all.size()));
    }
}
