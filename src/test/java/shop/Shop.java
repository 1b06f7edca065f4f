package shop;

import shop.defect.Defects;

/** The command line. */
public final class Shop {

    private static final int CANNOT_START = 1;
    private static final int BAD_USAGE = 2;

    private Shop() {}

    public static void main(String[] args) throws InterruptedException {
        try {
            Arguments arguments = Arguments.parse(args);
            switch (arguments.request()) {
                case HELP -> System.out.print(Arguments.HELP);
                case LIST_DEFECTS -> listDefects();
                case SERVE -> serve(Settings.from(System.getenv()), Defects.of(arguments.defects()));
            }
        } catch (BadUsage e) {
            exit(e, BAD_USAGE);
        } catch (CannotStart e) {
            exit(e, CANNOT_START);
        }
    }

    private static void serve(Settings settings, Defects defects) throws CannotStart, InterruptedException {
        Quiet.libraries();
        Application application = Application.start(settings, defects);
        Runtime.getRuntime().addShutdownHook(new Thread(application::close, "shutdown"));
        System.out.println("Shop is listening on " + application.url());
    }

    private static void listDefects() {
        Domains.defects().stream()
                .map(defect -> "%-40s %-16s %s".formatted(defect.label(), defect.workflow(), defect.change()))
                .forEach(System.out::println);
    }

    private static void exit(Exception failure, int code) {
        System.err.println("shop: " + failure.getMessage());
        System.exit(code);
    }
}
