package shop.invitation;

import java.util.UUID;

/** IDs that nobody can guess. */
final class NewId {

    private NewId() {}

    static String of(String prefix) {
        return prefix + UUID.randomUUID().toString().replace("-", "");
    }
}
