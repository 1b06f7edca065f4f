/** Requests that are captured, by a stand-in and by a bare server of the same library. */
package bench.capture;
