package dev.handoff.action;

import dev.handoff.journal.Message;
import java.util.Map;

/** What the application answered, unmasked: for this moment only, never written anywhere. */
record Answered(int status, Message content, Map<String, String> cookies) {}
