package dev.handoff.cli;

import com.fasterxml.jackson.databind.JsonNode;
import dev.handoff.contract.Learned;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code handoff contracts learn}. */
@Command(
        name = "learn",
        description = "Proposes a contract for each effect from the payloads of a recorded run.",
        mixinStandardHelpOptions = true)
final class LearnCommand implements Callable<Integer> {

    private static final Path STANDARD = Path.of("target", "contracts");

    @Mixin
    private RecordedRun run;

    @Mixin
    private VocabularyOption vocabulary;

    @Option(
            names = "--out",
            paramLabel = "FOLDER",
            description =
                    "Where the proposals go; target/contracts unless said. In a folder that is named, a file that is"
                            + " there is left alone.")
    private Path out;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        RecordedRun.Payloads payloads = run.payloads();
        Set<String> known =
                vocabulary.named().map(named -> named.contracts().keySet()).orElse(Set.of());
        PrintWriter print = spec.commandLine().getOut();
        payloads.notices().forEach(spec.commandLine().getErr()::println);
        Set<String> names = new HashSet<>();
        int written = 0;
        for (Map.Entry<String, List<JsonNode>> effect : payloads.byEffect().entrySet()) {
            if (!known.contains(effect.getKey())) {
                Path file = folder().resolve(name(effect.getKey(), names));
                written += propose(effect.getKey(), effect.getValue(), payloads.values(), file, print);
            }
        }
        payloads.cut()
                .forEach((effect, count) ->
                        print.println(effect + ": left out " + count + " of which only the beginning was captured"));
        print.println(
                written == 0
                        ? "Nothing to propose from " + payloads.folder() + "."
                        : "Read them, put those that you agree with beside the vocabulary, and name them under contract.");
        return Handoff.NOTHING;
    }

    private Path folder() {
        return out == null ? STANDARD : out;
    }

    private int propose(String effect, List<JsonNode> payloads, Set<String> values, Path file, PrintWriter print) {
        Learned learned = new Learned(values);
        payloads.forEach(learned::add);
        String from = effect + ", " + payloads.size() + (payloads.size() == 1 ? " payload: " : " payloads: ");
        if (!learned.saysAnything()) {
            print.println(from + "masked, so there is nothing to say");
            return 0;
        }
        if (out != null && Files.exists(file)) {
            print.println(from + file + " is there already and was left alone");
            return 0;
        }
        try {
            Files.createDirectories(folder());
            Files.writeString(file, learned.file(effect));
        } catch (IOException failed) {
            throw new CannotDo(file + " cannot be written: " + Reason.of(failed));
        }
        print.println(from + file);
        return 1;
    }

    /** {@code order-completed-event.schema.json}; effects that differ only in what is left out get numbers. */
    private static String name(String effect, Set<String> taken) {
        String plain = effect.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]+", "-");
        String name = plain;
        for (int i = 2; !taken.add(name); i++) {
            name = plain + "-" + i;
        }
        return name + ".schema.json";
    }
}
