package dev.handoff.contract;

/**
 * Something in which the payloads of a run differ from the contract. It holds no values, but words where the contract
 * names words.
 *
 * @param path the JSON path of the field; {@code [*]} for every item of a list
 * @param kind what sort of change it is
 * @param words what it is
 * @param payloads how many payloads have it
 */
public record Change(String path, Kind kind, String words, int payloads) {

    /** The sorts of changes, the ones that break somebody first. */
    public enum Kind {
        MISSING("missing"),
        RENAMED("renamed?"),
        NOT_IN_EVERY("not in every payload"),
        OTHER_TYPE("type changed"),
        OTHER_VALUE("other values"),
        NEW("new");

        private final String words;

        Kind(String words) {
            this.words = words;
        }

        public String words() {
            return words;
        }

        /** Whether it breaks whoever relies on the contract. */
        public boolean breaks() {
            return this != NEW;
        }
    }
}
