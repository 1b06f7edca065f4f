package dev.handoff.oracle;

/** Tells a failing history so that it can be kept. */
final class Failure {

    private Failure() {}

    static String words(long seed, String complaint) {
        String kind = kind(complaint);
        Story shortest = Shrinker.shrink(Generator.story(seed), story -> Trial.complaint(story)
                .map(Failure::kind)
                .filter(kind::equals)
                .isPresent());
        return "history " + seed + " (-Dhandoff.test.seed=" + seed + " -Dhandoff.test.histories=1): " + complaint
                + "\nshrunk, to be kept in src/test/resources/dev/handoff/oracle:\n# "
                + Trial.complaint(shortest).orElse("")
                + "\n" + shortest;
    }

    private static String kind(String complaint) {
        return complaint.replaceAll("[:\\[].*", "");
    }
}
