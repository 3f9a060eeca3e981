-- Rows that stand already are those of the embedded book.
ALTER TABLE "trade_rule" ADD COLUMN "author" TEXT NOT NULL DEFAULT 'reference', ADD COLUMN "approver" TEXT DEFAULT 'installation';
ALTER TABLE "trade_rule" ALTER COLUMN "author" DROP DEFAULT, ALTER COLUMN "approver" DROP DEFAULT;

-- Two people: nobody approves what he wrote himself. Without an approver a row is a draft.
ALTER TABLE "trade_rule" ADD CONSTRAINT "trade_rule_two_people" CHECK ("approver" <> "author");
