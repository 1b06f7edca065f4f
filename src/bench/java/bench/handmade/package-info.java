/** The same specs as a team writes them without a framework: Cucumber, REST Assured, WireMock and Awaitility. */
package bench.handmade;
