package dev.handoff.steps;

import org.junit.platform.suite.api.ConfigurationParameter;
import org.junit.platform.suite.api.IncludeEngines;
import org.junit.platform.suite.api.SelectPackages;
import org.junit.platform.suite.api.Suite;

/**
 * Every feature file under {@code features} on the class path, set up as Handoff runs best: for projects that have no
 * Java. Failsafe or Surefire finds it by {@code <dependenciesToScan>} with {@code dev.handoff:handoff}.
 */
@Suite
@IncludeEngines("cucumber")
@SelectPackages("features")
@ConfigurationParameter(key = "cucumber.glue", value = "dev.handoff.steps")
@ConfigurationParameter(
        key = "cucumber.plugin",
        value = "dev.handoff.steps.CurrentStep,io.qameta.allure.cucumber7jvm.AllureCucumber7Jvm")
@ConfigurationParameter(key = "cucumber.publish.quiet", value = "true")
@ConfigurationParameter(key = "cucumber.junit-platform.naming-strategy", value = "long")
@ConfigurationParameter(key = "cucumber.execution.parallel.enabled", value = "true")
@ConfigurationParameter(key = "cucumber.execution.parallel.config.strategy", value = "custom")
@ConfigurationParameter(
        key = "cucumber.execution.parallel.config.custom.class",
        value = "dev.handoff.steps.AsManyAsWaitingAllows")
final class Specs {}
