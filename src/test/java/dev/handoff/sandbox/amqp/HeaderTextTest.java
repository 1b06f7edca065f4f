package dev.handoff.sandbox.amqp;

import static org.assertj.core.api.Assertions.assertThat;

import com.rabbitmq.client.impl.LongStringHelper;
import java.util.Arrays;
import java.util.Collections;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class HeaderTextTest {

    @Test
    void headers_of_every_kind_become_texts() {
        Map<String, Object> headers = new LinkedHashMap<>();
        headers.put("long", LongStringHelper.asLongString("text"));
        headers.put("bytes", new byte[] {'a', 'b'});
        headers.put("binary", new byte[] {(byte) 0xff});
        headers.put("date", new Date(0));
        headers.put("table", Collections.singletonMap("a", Arrays.asList(1, null, Map.of("b", true))));
        headers.put("several", List.of("a", LongStringHelper.asLongString("b"), 3));
        headers.put("tables", List.of(Map.of("a", 1.5)));
        headers.put("none", null);

        assertThat(HeaderText.of(headers))
                .containsExactly(
                        Map.entry("long", List.of("text")),
                        Map.entry("bytes", List.of("ab")),
                        Map.entry("binary", List.of("/w==")),
                        Map.entry("date", List.of("1970-01-01T00:00:00Z")),
                        Map.entry("table", List.of("{\"a\":[1,null,{\"b\":true}]}")),
                        Map.entry("several", List.of("a", "b", "3")),
                        Map.entry("tables", List.of("[{\"a\":1.5}]")),
                        Map.entry("none", List.of("")));
    }
}
