package io.sockspec;

import io.sockspec.steps.Stage;
import org.junit.platform.suite.api.BeforeSuite;
import org.junit.platform.suite.api.ConfigurationParametersResource;
import org.junit.platform.suite.api.IncludeEngines;
import org.junit.platform.suite.api.SelectDirectories;
import org.junit.platform.suite.api.Suite;

/// The catalogue of requirements, run against one implementation.
@Suite(failIfNoTests = false)
@IncludeEngines("cucumber")
@SelectDirectories("features")
@ConfigurationParametersResource("cucumber.properties")
class ConformanceIT {
    @BeforeSuite
    static void stageIsReady() {
        Stage.check();
    }
}
