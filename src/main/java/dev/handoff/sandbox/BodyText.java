package dev.handoff.sandbox;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** A body as text: UTF-8 if it is, Base64 if it is anything else, so that nothing of it is lost. */
public final class BodyText {

    private BodyText() {}

    /**
     * @param cut whether the body goes on; its last character may then be torn
     */
    public static String of(byte[] body, boolean cut) {
        if (cut) {
            return new String(body, StandardCharsets.UTF_8);
        }
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(body))
                    .toString();
        } catch (CharacterCodingException binary) {
            return Base64.getEncoder().encodeToString(body);
        }
    }
}
