package dev.handoff.environment;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** What a process wrote into its log since it was started: the log may hold earlier starts as well. */
record LogTail(Path file, long from) {

    private static final int LINES = 15;
    private static final int LINE_LENGTH = 500;
    private static final int BYTES = 64 * 1024;

    static LogTail startingNow(Path file) {
        try {
            return new LogTail(file, Files.exists(file) ? Files.size(file) : 0);
        } catch (IOException e) {
            return new LogTail(file, 0);
        }
    }

    /** The end of a message: the log's path, then its last 15 lines, indented. */
    String asEvidence() {
        List<String> lines = lastLines();
        if (lines.isEmpty()) {
            return "Its log is empty: " + file;
        }
        return "The end of its log, %s:\n  %s".formatted(file, String.join("\n  ", lines));
    }

    List<String> lastLines() {
        try (SeekableByteChannel log = Files.newByteChannel(file)) {
            long start = Math.max(from, log.size() - BYTES);
            ByteBuffer bytes = ByteBuffer.allocate((int) Math.max(0, log.size() - start));
            log.position(start);
            while (bytes.hasRemaining() && log.read(bytes) >= 0) {
                // until the end
            }
            String text = new String(bytes.array(), 0, bytes.position(), StandardCharsets.UTF_8);
            List<String> lines = text.lines().map(LogTail::cut).toList();
            return lines.subList(Math.max(0, lines.size() - LINES), lines.size());
        } catch (IOException unreadable) {
            return List.of();
        }
    }

    private static String cut(String line) {
        return line.length() <= LINE_LENGTH ? line : line.substring(0, LINE_LENGTH) + " … (cut)";
    }
}
