package shop.inbox;

import shop.database.Transaction;
import shop.messaging.Message;
import shop.retry.GivenUp;

/** Deals with one type of message. */
public interface Handler {

    /**
     * Does what has to be done outside the database, and returns what is to be saved in the same transaction as the note
     * that the message was dealt with. It may be called again for the same message if Shop stops in between.
     */
    Changes handle(Message message) throws GivenUp, InterruptedException;

    /** What to save. */
    interface Changes {
        Changes NONE = tx -> {};

        void saveIn(Transaction tx);
    }
}
