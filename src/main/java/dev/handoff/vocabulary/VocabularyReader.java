package dev.handoff.vocabulary;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * Reads a vocabulary: one file {@code handoff.yaml}, or a folder {@code handoff/} whose files are merged in the order of
 * their names, and perhaps an overlay {@code handoff-<environment>.yaml}.
 *
 * <p>Every mistake of every file is found before any is reported. Files that are no YAML are reported alone: what the
 * others say could not be judged without them.
 */
public final class VocabularyReader {

    private final Problems problems = new Problems();
    private final Draft draft = new Draft(problems);

    private VocabularyReader() {}

    /**
     * Reads a file, or a folder of files.
     *
     * @param env the environment variables that {@code ${UPPER_CASE}} stands for
     * @throws VocabularyInvalid with every mistake
     */
    public static Vocabulary read(Path fileOrFolder, Map<String, String> env) {
        return read(List.of(fileOrFolder), Optional.empty(), env);
    }

    /**
     * Reads a file, or a folder of files, and an overlay: what an environment says otherwise of {@code systems},
     * {@code application} and {@code defaults}.
     *
     * @throws VocabularyInvalid with every mistake
     */
    public static Vocabulary read(Path fileOrFolder, Path overlay, Map<String, String> env) {
        return read(List.of(fileOrFolder), Optional.of(overlay), env);
    }

    /**
     * Reads files, or folders of files, and merges them.
     *
     * @throws VocabularyInvalid with every mistake
     */
    public static Vocabulary read(List<Path> files, Map<String, String> env) {
        return read(files, Optional.empty(), env);
    }

    /**
     * Reads files, or folders of files, merges them, and lays an overlay over them.
     *
     * @throws VocabularyInvalid with every mistake
     */
    public static Vocabulary read(List<Path> files, Optional<Path> overlay, Map<String, String> env) {
        return new VocabularyReader().vocabulary(files, overlay, env);
    }

    private Vocabulary vocabulary(List<Path> filesOrFolders, Optional<Path> overlay, Map<String, String> env) {
        if (filesOrFolders.isEmpty()) {
            throw new IllegalArgumentException("no file to read a vocabulary from");
        }
        List<Path> files = filesOrFolders.stream()
                .flatMap(path -> SourceFiles.in(path, problems).stream().peek(file -> draft.file(file, path)))
                .filter(path -> overlay.isEmpty() || !SourceFiles.name(path).equals(SourceFiles.name(overlay.get())))
                .toList();
        List<Optional<Node>> roots =
                files.stream().map(file -> SourceFiles.read(file, problems)).toList();
        overlay.ifPresent(file -> draft.file(file, file));
        Optional<Optional<Node>> over = overlay.map(file -> SourceFiles.read(file, problems));
        boolean unread = files.isEmpty()
                || roots.stream().anyMatch(Optional::isEmpty)
                || over.filter(Optional::isEmpty).isPresent();
        if (unread) {
            problems.throwIfAny();
        }
        Document document = new Document(draft);
        roots.forEach(root -> document.merge(root.orElseThrow()));
        over.ifPresent(root -> document.overlay(root.orElseThrow()));
        Vocabulary vocabulary = vocabulary(document, new EnvironmentVariables(env, problems), files.get(0));
        draft.checkReferences();
        problems.throwIfAny();
        return vocabulary;
    }

    private Vocabulary vocabulary(Document document, EnvironmentVariables variables, Path first) {
        Optional<Value> application = document.section("application", variables);
        if (application.isEmpty() && document.isReadable()) {
            draft.problem(
                    new Place(SourceFiles.name(first), 1, 1),
                    "the section \"application\" is missing; it says at least the url of the system under test");
        }
        return new Vocabulary(
                application.map(ApplicationReader::read).orElse(null),
                document.section("correlation", variables)
                        .map(CorrelationReader::read)
                        .orElse(CorrelationReader.standard()),
                document.section("defaults", variables)
                        .map(DefaultsReader::read)
                        .orElse(Defaults.STANDARD),
                systems(document.section("systems", variables)),
                words(document.section("actions", variables), ActionReader::read),
                approvals(document.section("approvals", variables)),
                workflows(document.section("workflows", variables)),
                draft.words().contracts(),
                words(document.section("faults", variables), FaultReader::read));
    }

    private static Map<String, SystemSpec> systems(Optional<Value> section) {
        Map<String, SystemSpec> systems = new LinkedHashMap<>();
        words(section, SystemReader::read).forEach(system -> systems.put(system.name(), system));
        return systems;
    }

    private static Map<String, ApprovalSpec> approvals(Optional<Value> section) {
        Map<String, ApprovalSpec> approvals = new LinkedHashMap<>();
        words(section, entry -> Optional.of(ApprovalReader.read(entry)))
                .forEach(approval -> approvals.put(approval.name(), approval));
        return approvals;
    }

    private static Map<String, WorkflowSpec> workflows(Optional<Value> section) {
        Map<String, WorkflowSpec> workflows = new LinkedHashMap<>();
        words(section, entry -> Optional.of(WorkflowReader.read(entry)))
                .forEach(workflow -> workflows.put(workflow.name(), workflow));
        return workflows;
    }

    private static <T> List<T> words(Optional<Value> section, Function<Value.Named, Optional<T>> read) {
        List<T> words = new ArrayList<>();
        section.ifPresent(value ->
                value.named("a mapping").forEach(entry -> read.apply(entry).ifPresent(words::add)));
        return words;
    }
}
