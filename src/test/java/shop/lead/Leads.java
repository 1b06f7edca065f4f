package shop.lead;

import java.util.Optional;
import shop.database.Transaction;

/** The leads in the database. */
final class Leads {

    static final String TABLES = """
            create table if not exists lead (
                lead_id    text primary key,
                kind       text not null,
                email      text not null,
                name       text,
                company    text,
                country    text,
                postcode   text,
                campaign   text not null,
                status     text not null,
                crm_id     text,
                created_at timestamptz not null default clock_timestamp()
            );
            create index if not exists lead_by_visitor on lead (kind, lower(email), campaign);
            """;

    private Leads() {}

    /** A lead as its caller sees it. */
    record View(String id, String status, String campaign) {}

    static void add(Transaction tx, Lead lead) {
        tx.update(
                """
                insert into lead (lead_id, kind, email, name, company, country, postcode, campaign, status)
                values (?, ?, ?, ?, ?, ?, ?, ?, 'received')
                """,
                lead.leadId(),
                lead.kind(),
                lead.email(),
                lead.name(),
                lead.company(),
                lead.country(),
                lead.postcode(),
                lead.campaign());
    }

    /** The visitor's lead for the campaign. Whoever asks for the same at the same moment waits for this transaction. */
    static Optional<View> ofVisitor(Transaction tx, Lead lead) {
        tx.exists(
                "select pg_advisory_xact_lock(hashtext(?))",
                lead.kind() + lead.email().toLowerCase() + lead.campaign());
        return tx.first(
                "select lead_id, status, campaign from lead where kind = ? and lower(email) = lower(?) and campaign = ?",
                row -> new View(row.getString(1), row.getString(2), row.getString(3)),
                lead.kind(),
                lead.email(),
                lead.campaign());
    }

    static boolean isOpen(Transaction tx, Lead lead) {
        return tx.exists("select 1 from lead where lead_id = ? and status = 'received'", lead.leadId());
    }

    static void captured(Transaction tx, Lead lead, String crmId) {
        tx.update("update lead set status = 'captured', crm_id = ? where lead_id = ?", crmId, lead.leadId());
    }

    static void failed(Transaction tx, Lead lead) {
        tx.update("update lead set status = 'failed' where lead_id = ?", lead.leadId());
    }
}
