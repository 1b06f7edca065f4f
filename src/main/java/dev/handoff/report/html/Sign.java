package dev.handoff.report.html;

/** How what happened is drawn: each sign has a form of its own, so that colour tells nothing alone. */
enum Sign {
    ACTION("action") {
        @Override
        void draw(double x, double y, Svg svg) {
            box(x, y, 8, 10, "a", svg);
        }

        @Override
        void stretch(double from, double to, double y, Svg svg) {
            bar(from, to, y, 14, "a", svg);
        }
    },
    EXCHANGE("request and answer") {
        @Override
        void draw(double x, double y, Svg svg) {
            box(x, y, 6, 8, "x", svg);
        }

        @Override
        void stretch(double from, double to, double y, Svg svg) {
            bar(from, to, y, 8, "x", svg);
        }
    },
    EFFECT("effect") {
        @Override
        void draw(double x, double y, Svg svg) {
            circle(x, y, 5, "e", svg);
        }
    },
    UNCONFIRMED("effect whose sender was not told") {
        @Override
        void draw(double x, double y, Svg svg) {
            circle(x, y, 6, "o", svg);
            circle(x, y, 3, "e", svg);
        }
    },
    REFUSED("refused attempt") {
        @Override
        void draw(double x, double y, Svg svg) {
            circle(x, y, 5, "o", svg).shape("path", "d", cross(x, y, 2.5), "class", "s");
        }
    },
    REPEATED("repeat answered from memory") {
        @Override
        void draw(double x, double y, Svg svg) {
            circle(x, y, 5, "o", svg)
                    .line(x - 2.5, y - 1.5, x + 2.5, y - 1.5, "s")
                    .line(x - 2.5, y + 1.5, x + 2.5, y + 1.5, "s");
        }
    },
    DOUBTFUL("nobody's, or fits several scenarios") {
        @Override
        void draw(double x, double y, Svg svg) {
            circle(x, y, 5, "u", svg);
        }
    },
    CHANGED("later state") {
        @Override
        void draw(double x, double y, Svg svg) {
            box(x, y, 8, 8, "e", svg);
        }
    },
    GONE("is there no more") {
        @Override
        void draw(double x, double y, Svg svg) {
            box(x, y, 8, 8, "o", svg).shape("path", "d", cross(x, y, 4), "class", "s");
        }
    },
    FAULT_PLANNED("fault planned, up to when it was last met") {
        @Override
        void draw(double x, double y, Svg svg) {
            svg.shape("path", "d", triangle(x, y), "class", "g");
        }

        @Override
        void stretch(double from, double to, double y, Svg svg) {
            bar(from, to, y, 8, "hf", svg);
            draw(from, y, svg);
        }
    },
    FAULT("fault met") {
        @Override
        void draw(double x, double y, Svg svg) {
            svg.shape("path", "d", triangle(x, y), "class", "f").line(x, y - 3, x, y + 1.5, "w");
        }
    },
    ENDED("exchange held open") {
        @Override
        void draw(double x, double y, Svg svg) {
            svg.line(x, y - 5, x, y + 5, "gs");
        }

        @Override
        void stretch(double from, double to, double y, Svg svg) {
            svg.line(from, y, to, y, "gd");
            draw(to, y, svg);
        }
    },
    PERFORMED("done by Handoff itself") {
        @Override
        void draw(double x, double y, Svg svg) {
            svg.shape(
                    "path",
                    "d",
                    path("M%s %sL%s %sL%s %sL%s %sZ", x, y - 6, x + 6, y, x, y + 6, x - 6, y),
                    "class",
                    "p");
        }
    },
    STAGE("stage reached") {
        @Override
        void draw(double x, double y, Svg svg) {
            svg.line(x, y - 6, x, y + 6, "ts")
                    .shape("path", "d", path("M%s %sL%s %sL%s %sZ", x, y - 6, x + 8, y - 3, x, y), "class", "t");
        }
    },
    GAP("not watched") {
        @Override
        void draw(double x, double y, Svg svg) {
            stretch(x - 3, x + 3, y, svg);
        }

        @Override
        void stretch(double from, double to, double y, Svg svg) {
            bar(from, to, y, 12, "h", svg);
        }
    },
    REST("at rest") {
        @Override
        void draw(double x, double y, Svg svg) {
            stretch(x - 2, x + 2, y, svg);
        }

        @Override
        void stretch(double from, double to, double y, Svg svg) {
            bar(from, to, y, 10, "q", svg);
        }
    },
    UNREST("not at rest after the longest wait") {
        @Override
        void draw(double x, double y, Svg svg) {
            GAP.draw(x, y, svg);
        }

        @Override
        void stretch(double from, double to, double y, Svg svg) {
            GAP.stretch(from, to, y, svg);
        }
    };

    /** How wide a sign is. */
    static final double SIZE = 14;

    private static final double TOO_SHORT = 4;

    private final String words;

    Sign(String words) {
        this.words = words;
    }

    String words() {
        return words;
    }

    /** Whether it is worth a label more than others where not all have room. */
    boolean matters() {
        return this != EFFECT && this != REPEATED && this != CHANGED && this != EXCHANGE;
    }

    /** Whether a text upon it can be read. */
    boolean isBox() {
        return this == ACTION || this == REST;
    }

    /** At a moment. */
    abstract void draw(double x, double y, Svg svg);

    /** Over a time: as long as it took, or within which it happened. */
    void stretch(double from, double to, double y, Svg svg) {
        svg.line(from, y, to, y, "s").line(from, y - 4, from, y + 4, "s").line(to, y - 4, to, y + 4, "s");
        draw((from + to) / 2, y, svg);
    }

    final void draw(double from, double to, double y, Svg svg) {
        if (to - from < TOO_SHORT) {
            draw((from + to) / 2, y, svg);
        } else {
            stretch(from, to, y, svg);
        }
    }

    private static Svg circle(double x, double y, int radius, String looks, Svg svg) {
        return svg.shape("circle", "cx", x, "cy", y, "r", radius, "class", looks);
    }

    /** Around a point. */
    private static Svg box(double x, double y, double width, int height, String looks, Svg svg) {
        return bar(x - width / 2, x + width / 2, y, height, looks, svg);
    }

    private static Svg bar(double from, double to, double y, int height, String looks, Svg svg) {
        double top = y - height / 2.0;
        return svg.shape("rect", "x", from, "y", top, "width", to - from, "height", height, "class", looks);
    }

    private static String cross(double x, double y, double r) {
        return path("M%s %sL%s %sM%s %sL%s %s", x - r, y - r, x + r, y + r, x - r, y + r, x + r, y - r);
    }

    private static String triangle(double x, double y) {
        return path("M%s %sL%s %sL%s %sZ", x, y - 6, x + 6, y + 5, x - 6, y + 5);
    }

    private static String path(String form, double... numbers) {
        Object[] texts = new Object[numbers.length];
        for (int i = 0; i < numbers.length; i++) {
            texts[i] = Svg.number(numbers[i]);
        }
        return String.format(form, texts);
    }
}
