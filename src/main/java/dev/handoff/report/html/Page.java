package dev.handoff.report.html;

/** The page around a picture, with all that it looks like. The policy keeps even a mistake of ours from loading or running. */
final class Page {

    /** What spans are hatched with. */
    static final String PATTERNS = """
            <defs>
            <pattern id="gap" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><rect width="6" height="6" fill="#fff"/><line x1="0" y1="0" x2="0" y2="6" stroke="#80868b" stroke-width="3"/></pattern>
            <pattern id="fault" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(-45)"><rect width="6" height="6" fill="#fff"/><line x1="0" y1="0" x2="0" y2="6" stroke="#e37400" stroke-width="2"/></pattern>
            </defs>
            """;

    private static final String STYLE = """
            body{margin:0;background:#fff;color:#202124}
            svg{display:block;width:100%;min-width:960px;max-width:1600px;height:auto;background:#fff;font:11px Arial,Helvetica,"Liberation Sans",sans-serif}
            text{fill:#202124}.n{font-weight:bold;font-size:12px}.m{fill:#5f6368}.k{fill:#5f6368;text-anchor:middle}.z{text-anchor:end}.v{font-weight:bold}
            .b{paint-order:stroke;stroke:#fff;stroke-width:3px;stroke-linejoin:round}
            .l{stroke:#e8eaed}.s{stroke:#1a3e72;stroke-width:1.3;fill:none}.w{stroke:#fff;stroke-width:1.5}
            .a{fill:#d2e3fc;stroke:#1a73e8}.x{fill:#fff;stroke:#1a73e8}.e{fill:#174ea6}.o{fill:#fff;stroke:#1a3e72;stroke-width:1.5}
            .u{fill:#fff;stroke:#5f6368;stroke-width:1.5;stroke-dasharray:2 2}
            .f{fill:#c5500a}.g{fill:#fff;stroke:#c5500a;stroke-width:1.5}.gs{stroke:#c5500a;stroke-width:1.5}.gd{stroke:#c5500a;stroke-width:1.5;stroke-dasharray:5 3}
            .p{fill:#8430ce}.t{fill:#00796b}.ts{stroke:#00796b;stroke-width:1.5}
            .h{fill:url(#gap);stroke:#80868b}.hf{fill:url(#fault);stroke:#c5500a}.q{fill:#ceead6;stroke:#80868b}.qb{fill:#f3faf5}
            .ms{stroke:#5f6368;fill:#5f6368;stroke-width:1.5}.r{fill:none;stroke:#d93025;stroke-width:1.5}
            line.met,path.met,circle.met{stroke:#188038;fill:#188038;stroke-width:1.5}text.met{fill:#188038}
            line.violated,path.violated,circle.violated{stroke:#d93025;fill:#d93025;stroke-width:1.5}text.violated{fill:#d93025}
            line.inconclusive,path.inconclusive,circle.inconclusive{stroke:#b06000;fill:#b06000;stroke-width:1.5}text.inconclusive{fill:#b06000}
            @page{size:landscape;margin:8mm}@media print{svg{min-width:0}*{-webkit-print-color-adjust:exact;print-color-adjust:exact}}
            """;

    private Page() {}

    static String of(String title, String picture) {
        return """
                <!DOCTYPE html>
                <html lang="en">
                <head>
                <meta charset="utf-8">
                <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
                <title>"""
                + Html.escape(title)
                + "</title>\n<style>\n"
                + STYLE
                + "</style>\n</head>\n<body>\n"
                + picture
                + "</body>\n</html>\n";
    }
}
