/** What Allure is told about a run: labels from tags, and the facts of environment and build. Allure types stay in here. */
package dev.handoff.report.allure;
