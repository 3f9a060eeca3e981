-- CreateTable
CREATE TABLE "offer_price" (
    "offerId" TEXT NOT NULL,
    "since" TIMESTAMPTZ(3) NOT NULL,
    "amount" BIGINT,

    CONSTRAINT "offer_price_pkey" PRIMARY KEY ("offerId","since")
);

-- CreateTable
CREATE TABLE "market_price_change" (
    "offerId" TEXT NOT NULL,
    "market" CHAR(2) NOT NULL,
    "since" TIMESTAMPTZ(3) NOT NULL,
    "amount" BIGINT,

    CONSTRAINT "market_price_change_pkey" PRIMARY KEY ("offerId","market","since")
);

-- CreateTable
CREATE TABLE "price_policy" (
    "listingId" TEXT NOT NULL,
    "policy" TEXT NOT NULL,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "price_policy_pkey" PRIMARY KEY ("listingId")
);

ALTER TABLE "offer_price" ADD CONSTRAINT "offer_price_above_zero" CHECK ("amount" > 0);
ALTER TABLE "market_price_change" ADD CONSTRAINT "market_price_change_above_zero" CHECK ("amount" > 0);
ALTER TABLE "market_price" ADD CONSTRAINT "market_price_above_zero" CHECK ("amount" > 0);
ALTER TABLE "price_policy" ADD CONSTRAINT "price_policy_known" CHECK ("policy" IN ('nearest', 'same-net', 'same-in-eu'));

-- What a price was is history: a law asks for it (Directive 98/6/EC, article 6a).
CREATE TRIGGER "append_only" BEFORE UPDATE OR DELETE ON "offer_price" FOR EACH ROW EXECUTE FUNCTION "append_only"();
CREATE TRIGGER "append_only" BEFORE UPDATE OR DELETE ON "market_price_change" FOR EACH ROW EXECUTE FUNCTION "append_only"();

-- Of shops that were open before there was a history, all that is known is the price of today, since the day the listing went live.
INSERT INTO "offer_price" ("offerId", "since", "amount")
SELECT o."id", l."publishedAt", o."price" FROM "offer" o JOIN "listing" l ON l."id" = o."listingId" WHERE l."state" = 'live' AND l."publishedAt" IS NOT NULL AND o."isActive";
INSERT INTO "market_price_change" ("offerId", "market", "since", "amount") SELECT "offerId", "market", "updatedAt", "amount" FROM "market_price";
