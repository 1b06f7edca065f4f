package dev.handoff.vocabulary;

/** What an action does on the page that was shown last. */
public sealed interface PageStep {

    /** The form or link, as the page calls it. */
    Template what();

    /**
     * Submits a form.
     *
     * @param what its {@code id} or {@code name}
     */
    record Submit(Template what) implements PageStep {}

    /**
     * Follows a link.
     *
     * @param what what can be read on it, or its {@code id}
     */
    record Click(Template what) implements PageStep {}
}
