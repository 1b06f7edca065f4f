package dev.handoff.cli;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;

/** Why a file could not be used, in words. */
final class Reason {

    private Reason() {}

    static String of(IOException failed) {
        if (failed instanceof NoSuchFileException missing) {
            return "there is no " + missing.getFile();
        }
        if (failed instanceof FileAlreadyExistsException taken) {
            return taken.getFile() + " is no folder";
        }
        if (failed instanceof AccessDeniedException denied) {
            return "access to " + denied.getFile() + " is denied";
        }
        if (failed instanceof FileSystemException file && file.getReason() != null) {
            return file.getFile() + ": " + file.getReason();
        }
        return failed.getMessage() == null ? "reading or writing failed" : failed.getMessage();
    }
}
