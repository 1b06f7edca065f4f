package shop.retry;

/** The other side did not answer in time: nobody knows whether it has done what it was asked for. */
public final class NoAnswer extends TryAgain {

    public NoAnswer(String reason) {
        super(reason);
    }
}
