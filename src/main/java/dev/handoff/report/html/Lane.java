package dev.handoff.report.html;

import java.util.List;

/** What happened in one system, or beside all of them, in order of time. */
record Lane(String name, List<Mark> marks) {

    Lane {
        marks = List.copyOf(marks);
    }
}
