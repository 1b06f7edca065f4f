package shop.http;

import java.util.Optional;
import shop.json.Json;

/** An answer that can be kept and given again: its body is JSON text. */
public record Answer(int status, Optional<String> location, String body) {

    public static Answer of(int status, Object body) {
        return new Answer(status, Optional.empty(), Json.write(body));
    }

    public static Answer of(int status, String location, Object body) {
        return new Answer(status, Optional.of(location), Json.write(body));
    }
}
