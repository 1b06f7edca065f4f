package shop.provider;

import shop.retry.GivenUp;

/** The provider does not take the credentials, or takes them no longer. */
public final class Unauthorised extends GivenUp {

    static final int STATUS = 401;

    Unauthorised(String provider) {
        super(provider + " answered " + STATUS);
    }
}
