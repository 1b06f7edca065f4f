package dev.handoff.report.html;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class HtmlTest {

    @Test
    void everyCharacterOfMarkupIsEscaped() {
        assertThat(Html.escape("a<b>&\"c\"'d' ü €")).isEqualTo("a&lt;b&gt;&amp;&quot;c&quot;&#39;d&#39; ü €");
    }
}
