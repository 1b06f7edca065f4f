package shop.retry;

/** It did not work and is not tried again: the other side refused for good, or too many attempts failed. */
public class GivenUp extends Exception {

    public GivenUp(String reason) {
        super(reason);
    }

    GivenUp(String reason, TryAgain last) {
        super(reason, last);
    }
}
