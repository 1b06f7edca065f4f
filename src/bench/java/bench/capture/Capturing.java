package bench.capture;

import java.io.IOException;

/** A server on loopback that keeps what it is sent. */
interface Capturing {

    /** How many scenarios the requests belong to; request number n to scenario n modulo this. */
    int SCENARIOS = 1000;

    int port();

    /** How many requests it has kept. */
    long captured() throws IOException;
}
