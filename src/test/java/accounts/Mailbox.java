package accounts;

import java.io.IOException;
import java.util.List;
import org.subethamail.smtp.client.SmartClient;

/** Where mails go on to. */
record Mailbox(String host, int port) {

    static Mailbox at(String address) throws BadUsage {
        String[] parts = address.split(":");
        if (parts.length != 2 || !parts[1].matches("[1-9]\\d{0,4}")) {
            throw new BadUsage("--forward is no host and port: " + address);
        }
        return new Mailbox(parts[0], Integer.parseInt(parts[1]));
    }

    void deliver(String sender, List<String> recipients, byte[] raw) throws IOException {
        SmartClient smtp = SmartClient.createAndConnect(host, port, "accounts");
        try {
            smtp.from(sender);
            for (String recipient : recipients) {
                smtp.to(recipient);
            }
            smtp.dataStart();
            smtp.dataWrite(raw);
            smtp.dataEnd();
        } finally {
            smtp.quit();
        }
    }
}
