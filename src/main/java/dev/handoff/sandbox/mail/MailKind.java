package dev.handoff.sandbox.mail;

import dev.handoff.vocabulary.SystemSpec.MailPattern;
import java.util.Optional;
import java.util.regex.Pattern;

/** Which mails are an effect. */
final class MailKind {

    private final String effect;
    private final Optional<Pattern> subject;
    private final Optional<Pattern> from;
    private final Optional<Pattern> to;

    MailKind(String effect, MailPattern pattern) {
        this.effect = effect;
        this.subject = pattern.subject().map(MailKind::compiled);
        this.from = pattern.from().map(MailKind::compiled);
        this.to = pattern.to().map(MailKind::compiled);
    }

    String effect() {
        return effect;
    }

    boolean fits(Mail mail) {
        return fits(subject, mail.subject())
                && fits(from, mail.sender())
                && (to.isEmpty() || mail.recipients().stream().anyMatch(recipient -> fits(to, recipient)));
    }

    private static boolean fits(Optional<Pattern> pattern, String text) {
        return pattern.isEmpty() || pattern.get().matcher(text).matches();
    }

    private static Pattern compiled(String pattern) {
        StringBuilder regex = new StringBuilder();
        for (String part : pattern.split("\\*", -1)) {
            regex.append(regex.length() == 0 ? "" : ".*").append(Pattern.quote(part));
        }
        return Pattern.compile(regex.toString(), Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE | Pattern.DOTALL);
    }
}
