package dev.handoff.cli;

import com.fasterxml.jackson.databind.JsonNode;
import dev.handoff.journal.Captured;
import dev.handoff.journal.Changed;
import dev.handoff.journal.KeyLearned;
import dev.handoff.journal.Message;
import dev.handoff.journal.ScenarioStarted;
import dev.handoff.recording.Recording;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import picocli.CommandLine.Option;

/** Which run a command is about, and the payloads in it. */
final class RecordedRun {

    private static final String LATEST = "latest";
    private static final String JOURNAL = "journal.ndjson";

    @Option(
            names = "--run",
            paramLabel = "FOLDER",
            defaultValue = LATEST,
            description = "The folder of the run, as in target/handoff/20260131-120000-ab12cd; the latest of"
                    + " target/handoff unless said.")
    private String run;

    Path folder() {
        Path runs = Path.of("target", "handoff");
        if (!run.equals(LATEST)) {
            return require(Path.of(run));
        }
        if (!Files.isDirectory(runs)) {
            throw new CannotDo("no run is recorded in " + runs + "; run the specs first, or name one with --run");
        }
        try (Stream<Path> all = Files.list(runs)) {
            return all.filter(folder -> Files.exists(folder.resolve(JOURNAL)))
                    .max(Comparator.comparing(folder -> folder.getFileName().toString()))
                    .orElseThrow(() -> new CannotDo(
                            "no run is recorded in " + runs + "; run the specs first, or name one with --run"));
        } catch (IOException unreadable) {
            throw new CannotDo(runs + " cannot be read: " + Reason.of(unreadable));
        }
    }

    private static Path require(Path folder) {
        if (!Files.exists(folder.resolve(JOURNAL))) {
            throw new CannotDo(folder + " is no folder of a run: it holds no " + JOURNAL);
        }
        return folder;
    }

    Payloads payloads() {
        Path folder = folder();
        try {
            return Payloads.of(folder, Recording.read(folder));
        } catch (IOException unreadable) {
            throw new CannotDo(folder + " cannot be read: " + Reason.of(unreadable));
        }
    }

    /**
     * The payloads of a run.
     *
     * @param byEffect of each effect those that were captured whole, in order of capture, later states included
     * @param cut how many were not, by effect
     * @param values the keys and tracers of the scenarios, which are no names of fields
     */
    record Payloads(
            Path folder,
            Map<String, List<JsonNode>> byEffect,
            Map<String, Integer> cut,
            Set<String> values,
            List<String> notices) {

        private static Payloads of(Path folder, Recording recording) {
            Payloads payloads =
                    new Payloads(folder, new TreeMap<>(), new TreeMap<>(), new HashSet<>(), recording.notices());
            Map<Long, String> effects = new HashMap<>();
            recording.entries().forEach(entry -> {
                if (entry instanceof Captured captured && captured.effect() != null && isAsSent(captured)) {
                    effects.put(captured.index(), captured.effect());
                    payloads.add(captured.effect(), captured.content());
                } else if (entry instanceof Changed changed
                        && !changed.gone()
                        && effects.containsKey(changed.captured())) {
                    payloads.add(effects.get(changed.captured()), changed.content());
                } else if (entry instanceof KeyLearned learned) {
                    payloads.values.add(learned.value());
                } else if (entry instanceof ScenarioStarted started) {
                    payloads.values.add(started.scenario());
                    payloads.values.addAll(started.tracers());
                }
            });
            return payloads;
        }

        /** What a planned fault dropped fields of tells nothing about its sender. */
        private static boolean isAsSent(Captured captured) {
            return captured.properties().keySet().stream().noneMatch(name -> name.startsWith("dropped."));
        }

        private void add(String effect, Message content) {
            if (content.cutAt() > 0) {
                cut.merge(effect, 1, Integer::sum);
            } else {
                byEffect.computeIfAbsent(effect, none -> new ArrayList<>()).add(content.tree());
            }
        }

        int count() {
            return byEffect.values().stream().mapToInt(List::size).sum();
        }
    }
}
