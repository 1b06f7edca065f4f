package dev.handoff.vocabulary;

import java.util.List;
import java.util.Optional;

/** Reads {@code application.start}. */
final class StartReader {

    private static final String CLASS_NAME = "[\\p{L}_$][\\p{L}\\p{N}_$]*(\\.[\\p{L}_$][\\p{L}\\p{N}_$]*)*";

    private static final String IMAGE_NAME = "[a-zA-Z0-9][\\w.:/@-]*";
    /** What is started; each rules the others out. */
    static final List<String> WAYS = List.of("main", "command", "image");

    private StartReader() {}

    static Application.Start read(Value value) {
        Section section =
                Section.of(value, List.of("main", "command", "image", "port", "args", "environment", "within"));
        List<String> said = WAYS.stream().filter(section::has).toList();
        if (said.size() > 1) {
            value.draft()
                    .problem(
                            section.placeOf(said.get(1)),
                            value.what() + " has both " + said.get(0) + " and " + said.get(1) + "; one is allowed");
        } else if (said.isEmpty() && value.isMapping()) {
            value.problem(value.what() + " lacks main, command or image; one of them says what is started");
        }
        if (section.has("port") && !section.has("image")) {
            value.draft()
                    .problem(
                            section.placeOf("port"),
                            value.what() + " has a port without an image; it is the port inside of a container");
        }
        return new Application.Start(
                section.value("main").flatMap(StartReader::main),
                command(section),
                section.value("image").flatMap(image -> image(image, section)),
                section.template("args", Scope.ADDRESSES).orElse(Template.of("")),
                section.templates("environment", Scope.ADDRESSES, Names::variable),
                section.value("within").flatMap(Durations::readPositive).orElse(Application.Start.WITHIN));
    }

    private static Optional<String> main(Value value) {
        Optional<String> name = value.text();
        return name.isPresent() && !name.get().matches(CLASS_NAME)
                ? value.mustBe("the name of a class, as in shop.Shop")
                : name;
    }

    private static Optional<Application.Image> image(Value value, Section section) {
        Optional<String> name = value.text();
        Optional<Integer> port = section.required("port", "it is the port of the application inside of the container")
                .flatMap(inside -> inside.number(1, 65535));
        if (name.isPresent() && !name.get().matches(IMAGE_NAME)) {
            return value.mustBe("the name of an image, as in shop:latest");
        }
        return name.flatMap(image -> port.map(inside -> new Application.Image(image, inside)));
    }

    private static List<Template> command(Section section) {
        List<Template> command = section.list(
                "command", "a list: the program and its arguments", item -> item.template(Scope.ADDRESSES));
        section.value("command")
                .filter(value -> value.node() instanceof Node.Sequence list
                        && list.items().isEmpty())
                .ifPresent(value -> value.problem(value.what() + " is empty; the program is missing"));
        return command;
    }
}
