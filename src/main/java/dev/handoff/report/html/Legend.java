package dev.handoff.report.html;

/** What the signs of a picture mean, beside each other, in as many lines as it takes. */
final class Legend {

    private static final double LINE = 18;
    private static final double BESIDE = 30;

    private final Svg svg;
    private double x = 8;
    private double top;

    Legend(Svg svg, double top) {
        this.svg = svg;
        this.top = top;
    }

    void add(Sign sign) {
        add(sign.words(), (at, middle) -> sign.draw(at, middle, svg));
    }

    void add(String words, Drawn sign) {
        double width = Label.width(words) + BESIDE;
        if (x + width > Axis.WIDTH) {
            x = 8;
            top += LINE;
        }
        sign.at(x + Sign.SIZE / 2, top + LINE / 2);
        svg.text(x + 20, top + LINE / 2 + 4, "m", words);
        x += width;
    }

    double bottom() {
        return top + LINE;
    }

    /** What draws a sign at a place. */
    interface Drawn {
        void at(double x, double y);
    }
}
