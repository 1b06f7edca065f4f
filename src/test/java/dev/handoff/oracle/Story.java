package dev.handoff.oracle;

import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** A complete history that knows the truth, and what is expected of it; lines of one instant happen as they stand. */
record Story(List<Line> lines) {

    static final List<String> SYSTEMS = List.of("payments", "mail", "events", "ledger");

    Story {
        lines = lines.stream().sorted(Comparator.comparingLong(Line::at)).toList();
    }

    static Story parse(String text) {
        return new Story(text.lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                .map(Line::parse)
                .toList());
    }

    static String systemOf(String kind) {
        return switch (kind) {
            case "refund", "payout" -> "payments";
            case "notice" -> "mail";
            case "completed" -> "events";
            case "entry" -> "ledger";
            default -> throw new IllegalArgumentException("no kind " + kind);
        };
    }

    /** What stays where it is, and may change. */
    static boolean lasts(String kind) {
        return "entry".equals(kind);
    }

    static boolean isPushed(String system) {
        return system.equals("payments") || system.equals("mail");
    }

    Story without(Predicate<Line> unwanted) {
        return new Story(lines.stream().filter(line -> !unwanted.test(line)).toList());
    }

    List<String> scenarios() {
        return lines.stream()
                .filter(line -> line.is("begin"))
                .map(Line::what)
                .distinct()
                .toList();
    }

    List<Line> expectationsOf(String scenario) {
        return lines.stream().filter(line -> line.is("expect", scenario)).toList();
    }

    /** Whether nobody acts before the beginning, and nothing carries what nobody has. */
    boolean makesSense() {
        Set<String> begun = new HashSet<>();
        for (Line line : lines) {
            if (line.is("begin") && !begun.add(line.what())) {
                return false;
            }
            boolean ofScenario = List.of("act", "answer", "look", "unasked").contains(line.verb());
            if (ofScenario && !begun.contains(line.what())) {
                return false;
            }
            for (String name : List.of("by", "corr", "tracer")) {
                if ((line.is("happen") || line.is("change"))
                        && line.says(name)
                        && !begun.contains(line.fact(name))
                        && !line.fact(name).equals("nobody")) {
                    return false;
                }
            }
        }
        return lines.stream().filter(line -> line.is("expect")).allMatch(line -> begun.contains(line.what()));
    }

    @Override
    public String toString() {
        return lines.stream().map(Line::toString).collect(Collectors.joining("\n"));
    }
}
