package bench.capture;

import java.io.IOException;

/** A server on loopback that keeps what it is sent. */
interface Capturing {

    /** How many requests belong to one scenario: request number n to scenario n divided by this. */
    int OF_A_SCENARIO = 20;

    int port();

    /** How many requests it has kept. */
    long captured() throws IOException;
}
