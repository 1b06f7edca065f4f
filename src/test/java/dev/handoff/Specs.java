package dev.handoff;

import org.junit.platform.suite.api.IncludeEngines;
import org.junit.platform.suite.api.SelectPackages;
import org.junit.platform.suite.api.Suite;

/** Every feature file under {@code src/test/resources/features}. Started by Failsafe. */
@Suite
@IncludeEngines("cucumber")
@SelectPackages("features")
final class Specs {}
