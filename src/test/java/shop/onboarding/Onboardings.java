package shop.onboarding;

import java.util.Optional;
import shop.database.Transaction;

/** The applicants in the database. */
final class Onboardings {

    static final String TABLES = """
            create table if not exists onboarding (
                onboarding_id text primary key,
                email         text not null,
                company       text not null,
                country       text not null,
                risk_level    text,
                status        text not null,
                created_at    timestamptz not null default clock_timestamp()
            );
            """;

    private Onboardings() {}

    /** An onboarding as its caller sees it. */
    record View(String id, String status, String riskLevel) {}

    static void add(Transaction tx, Applicant applicant) {
        tx.update(
                "insert into onboarding (onboarding_id, email, company, country, status) values (?, ?, ?, ?, 'submitted')",
                applicant.onboardingId(),
                applicant.email(),
                applicant.company(),
                applicant.country());
    }

    static Optional<View> find(Transaction tx, String id) {
        return tx.first(
                "select onboarding_id, status, risk_level from onboarding where onboarding_id = ?",
                row -> new View(row.getString(1), row.getString(2), row.getString(3)),
                id);
    }

    static Applicant applicant(Transaction tx, String id) {
        return tx.first(
                        "select onboarding_id, email, company, country from onboarding where onboarding_id = ?",
                        row -> new Applicant(row.getString(1), row.getString(2), row.getString(3), row.getString(4)),
                        id)
                .orElseThrow(() -> new IllegalStateException("there is no onboarding " + id));
    }

    static boolean is(Transaction tx, String id, String status) {
        return tx.exists("select 1 from onboarding where onboarding_id = ? and status = ?", id, status);
    }

    static void evaluated(Transaction tx, String id, String riskLevel) {
        tx.update("update onboarding set status = 'evaluated', risk_level = ? where onboarding_id = ?", riskLevel, id);
    }

    static void become(Transaction tx, String id, String status) {
        tx.update("update onboarding set status = ? where onboarding_id = ?", status, id);
    }
}
