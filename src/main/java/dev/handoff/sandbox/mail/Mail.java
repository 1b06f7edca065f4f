package dev.handoff.sandbox.mail;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.mail.Header;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeUtility;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A mail after RFC 5322 and MIME, decoded.
 *
 * @param sender of the From header, else of the envelope
 * @param recipients of the envelope: those whom it reaches, blind copies included
 * @param links the addresses in its text and HTML, in order
 */
record Mail(
        String sender,
        List<String> recipients,
        String subject,
        String text,
        String html,
        List<String> links,
        List<String> attachments,
        Map<String, List<String>> headers) {

    private static final Pattern LINK = Pattern.compile("https?://[^\\s\"'<>\\])}]+");

    static Mail parse(String envelopeSender, List<String> recipients, byte[] raw) {
        try {
            MimeMessage message = new MimeMessage(null, new ByteArrayInputStream(raw));
            Parts parts = new Parts();
            parts.read(message);
            String subject = message.getSubject();
            return new Mail(
                    sender(message, envelopeSender),
                    List.copyOf(recipients),
                    subject == null ? "" : subject,
                    parts.text.toString(),
                    parts.html.toString(),
                    links(parts.text + "\n" + parts.html.toString().replace("&amp;", "&")),
                    parts.attachments,
                    headers(message));
        } catch (MessagingException unreadable) {
            String text = new String(raw, StandardCharsets.UTF_8);
            return new Mail(envelopeSender, List.copyOf(recipients), "", text, "", links(text), List.of(), Map.of());
        }
    }

    /** Without angle brackets; empty when it has none. */
    String messageId() {
        return headers.entrySet().stream()
                .filter(header -> header.getKey().equalsIgnoreCase("Message-ID"))
                .flatMap(header -> header.getValue().stream())
                .findFirst()
                .map(id -> id.strip().replaceAll("^<|>$", ""))
                .orElse("");
    }

    ObjectNode fields() {
        ObjectNode fields = JsonNodeFactory.instance.objectNode();
        fields.put("from", sender);
        array(fields, "to", recipients);
        fields.put("subject", subject);
        if (!text.isEmpty()) {
            fields.put("text", text);
        }
        if (!html.isEmpty()) {
            fields.put("html", html);
        }
        array(fields, "links", links);
        array(fields, "attachments", attachments);
        return fields;
    }

    private static void array(ObjectNode fields, String name, List<String> values) {
        ArrayNode array = fields.putArray(name);
        values.forEach(array::add);
    }

    private static List<String> links(String text) {
        Set<String> links = new LinkedHashSet<>();
        Matcher matcher = LINK.matcher(text);
        while (matcher.find()) {
            links.add(matcher.group().replaceAll("[.,;:!?]+$", ""));
        }
        return List.copyOf(links);
    }

    private static String sender(MimeMessage message, String otherwise) throws MessagingException {
        String from = message.getHeader("From", ", ");
        return from == null || from.isBlank() ? otherwise : decoded(MimeUtility.unfold(from));
    }

    private static String decoded(String text) {
        try {
            return MimeUtility.decodeText(text);
        } catch (UnsupportedEncodingException asItCame) {
            return text;
        }
    }

    private static Map<String, List<String>> headers(MimeMessage message) throws MessagingException {
        Map<String, List<String>> headers = new LinkedHashMap<>();
        for (Header header : Collections.list(message.getAllHeaders())) {
            headers.computeIfAbsent(header.getName(), none -> new ArrayList<>(1))
                    .add(header.getValue());
        }
        return headers;
    }

    /** The readable parts of a mail. */
    private static final class Parts {
        private final StringBuilder text = new StringBuilder();
        private final StringBuilder html = new StringBuilder();
        private final List<String> attachments = new ArrayList<>();

        void read(Part part) throws MessagingException {
            if (part.getFileName() != null) {
                attachments.add(decoded(part.getFileName()));
            } else if (part.isMimeType("text/html")) {
                html.append(content(part));
            } else if (part.isMimeType("text/*")) {
                text.append(content(part));
            } else if (part.isMimeType("multipart/*")) {
                readEach(part);
            } else {
                attachments.add(part.getContentType());
            }
        }

        private void readEach(Part part) throws MessagingException {
            try {
                Multipart parts = (Multipart) part.getContent();
                for (int i = 0; i < parts.getCount(); i++) {
                    read(parts.getBodyPart(i));
                }
            } catch (MessagingException | IOException malformed) {
                text.append(bytes(part));
            }
        }

        private static String content(Part part) throws MessagingException {
            try {
                return part.getContent() instanceof String text ? text : bytes(part);
            } catch (MessagingException | IOException unreadable) {
                return bytes(part);
            }
        }

        /** What cannot be decoded as it says, as far as it can. */
        private static String bytes(Part part) throws MessagingException {
            try (InputStream in = part.getInputStream()) {
                return new String(in.readAllBytes(), StandardCharsets.UTF_8);
            } catch (MessagingException | IOException unknownEncoding) {
                return raw(part);
            }
        }

        private static String raw(Part part) throws MessagingException {
            try (InputStream in = part instanceof MimeMessage message
                    ? message.getRawInputStream()
                    : ((MimeBodyPart) part).getRawInputStream()) {
                return new String(in.readAllBytes(), StandardCharsets.UTF_8);
            } catch (IOException cannotBe) {
                throw new UncheckedIOException(cannotBe);
            }
        }
    }
}
