-- CreateTable
CREATE TABLE "rule_proposal" (
    "id" TEXT NOT NULL,
    "market" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "row" JSONB NOT NULL,
    "followsId" TEXT,
    "followsUntil" DATE,
    "reason" TEXT NOT NULL,
    "authorId" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "proposedAt" TIMESTAMPTZ(3),
    "deciderId" TEXT,
    "decidedAt" TIMESTAMPTZ(3),
    "note" TEXT NOT NULL DEFAULT '',
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "rule_proposal_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "rule_proposal_state_createdAt_idx" ON "rule_proposal"("state", "createdAt");

-- CreateIndex
CREATE INDEX "rule_proposal_market_idx" ON "rule_proposal"("market");

-- Four eyes: whoever wrote a proposal does not decide it, and what was decided names who did.
ALTER TABLE "rule_proposal" ADD CONSTRAINT "rule_proposal_two_people" CHECK ("deciderId" <> "authorId");
ALTER TABLE "rule_proposal" ADD CONSTRAINT "rule_proposal_decided" CHECK (("state" IN ('approved', 'declined')) = ("deciderId" IS NOT NULL AND "decidedAt" IS NOT NULL));
ALTER TABLE "rule_proposal" ADD CONSTRAINT "rule_proposal_state" CHECK ("state" IN ('draft', 'proposed', 'approved', 'declined', 'withdrawn'));
