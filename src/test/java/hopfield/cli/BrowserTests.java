package hopfield.cli;

import org.junit.platform.suite.api.IncludeClassNamePatterns;
import org.junit.platform.suite.api.SelectPackages;
import org.junit.platform.suite.api.Suite;

/** The classes that open reports in a browser, one after the other in one process: their runs are made once. */
@Suite
@SelectPackages("hopfield.cli")
@IncludeClassNamePatterns(".*BrowserTest")
class BrowserTests {}
