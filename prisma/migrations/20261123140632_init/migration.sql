-- CreateSchema
CREATE SCHEMA IF NOT EXISTS "public";

-- CreateTable
CREATE TABLE "app_user" (
    "id" TEXT NOT NULL,
    "email" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "passwordHash" TEXT,
    "emailVerifiedAt" TIMESTAMPTZ(3),
    "isAdmin" BOOLEAN NOT NULL DEFAULT false,
    "storefront" TEXT NOT NULL DEFAULT 'en-us',
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "app_user_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "session" (
    "id" TEXT NOT NULL,
    "tokenHash" TEXT NOT NULL,
    "userId" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "lastSeenAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expiresAt" TIMESTAMPTZ(3) NOT NULL,
    "revokedAt" TIMESTAMPTZ(3),
    "userAgent" TEXT NOT NULL DEFAULT '',

    CONSTRAINT "session_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "account_token" (
    "id" TEXT NOT NULL,
    "tokenHash" TEXT NOT NULL,
    "purpose" TEXT NOT NULL,
    "userId" TEXT NOT NULL,
    "email" TEXT NOT NULL,
    "expiresAt" TIMESTAMPTZ(3) NOT NULL,
    "usedAt" TIMESTAMPTZ(3),

    CONSTRAINT "account_token_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "audit_entry" (
    "id" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "actorId" TEXT NOT NULL,
    "verb" TEXT NOT NULL,
    "subjectId" TEXT NOT NULL,
    "details" JSONB NOT NULL DEFAULT '{}',

    CONSTRAINT "audit_entry_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "brand_application" (
    "id" TEXT NOT NULL,
    "applicantId" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "country" CHAR(2),
    "legalName" TEXT NOT NULL DEFAULT '',
    "legalForm" TEXT NOT NULL DEFAULT '',
    "registrationNumber" TEXT NOT NULL DEFAULT '',
    "city" TEXT NOT NULL DEFAULT '',
    "brandName" TEXT NOT NULL DEFAULT '',
    "story" TEXT NOT NULL DEFAULT '',
    "website" TEXT NOT NULL DEFAULT '',
    "categories" TEXT[],
    "markets" TEXT[],
    "language" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL,
    "submittedAt" TIMESTAMPTZ(3),
    "claimedBy" TEXT,
    "claimedAt" TIMESTAMPTZ(3),
    "decidedAt" TIMESTAMPTZ(3),
    "merchantId" TEXT,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "brand_application_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "application_document" (
    "id" TEXT NOT NULL,
    "applicationId" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "fileName" TEXT NOT NULL,
    "contentType" TEXT NOT NULL,
    "bytes" INTEGER NOT NULL,
    "sha256" TEXT NOT NULL,
    "storedAs" TEXT NOT NULL,
    "uploadedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "application_document_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "application_decision" (
    "id" TEXT NOT NULL,
    "applicationId" TEXT NOT NULL,
    "adminId" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "reason" TEXT,
    "note" TEXT NOT NULL DEFAULT '',
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "application_decision_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "cart" (
    "id" TEXT NOT NULL,
    "userId" TEXT,
    "storefront" TEXT NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "cart_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "cart_line" (
    "id" TEXT NOT NULL,
    "cartId" TEXT NOT NULL,
    "offerId" TEXT NOT NULL,
    "quantity" INTEGER NOT NULL,
    "acceptedPrice" BIGINT NOT NULL,
    "currency" CHAR(3) NOT NULL,
    "addedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "cart_line_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "category" (
    "id" TEXT NOT NULL,
    "parentId" TEXT,
    "depth" INTEGER NOT NULL,
    "position" INTEGER NOT NULL,
    "path" TEXT[],

    CONSTRAINT "category_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "category_text" (
    "categoryId" TEXT NOT NULL,
    "language" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "slug" TEXT NOT NULL,

    CONSTRAINT "category_text_pkey" PRIMARY KEY ("categoryId","language")
);

-- CreateTable
CREATE TABLE "brand" (
    "id" TEXT NOT NULL,
    "slug" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "country" CHAR(2) NOT NULL,
    "merchantId" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "brand_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "product" (
    "id" TEXT NOT NULL,
    "brandId" TEXT NOT NULL,
    "categoryId" TEXT NOT NULL,
    "hs" CHAR(6) NOT NULL,
    "hsSetBy" TEXT NOT NULL,
    "hsSetAt" TIMESTAMPTZ(3) NOT NULL,
    "hsConfidence" TEXT NOT NULL,
    "origin" CHAR(2) NOT NULL,
    "materials" TEXT[],
    "sizeFamily" TEXT,
    "flags" TEXT[],
    "weightGrams" INTEGER NOT NULL,
    "lengthMm" INTEGER NOT NULL,
    "widthMm" INTEGER NOT NULL,
    "heightMm" INTEGER NOT NULL,
    "attributes" JSONB NOT NULL DEFAULT '{}',
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "product_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "product_text" (
    "productId" TEXT NOT NULL,
    "language" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "description" TEXT NOT NULL,
    "slug" TEXT NOT NULL,
    "keywords" TEXT[],
    "writtenBy" TEXT NOT NULL,

    CONSTRAINT "product_text_pkey" PRIMARY KEY ("productId","language")
);

-- CreateTable
CREATE TABLE "variant" (
    "id" TEXT NOT NULL,
    "productId" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "colour" TEXT,
    "sizeSystem" TEXT,
    "sizeLabel" TEXT,
    "capacity" TEXT,
    "measurements" JSONB,
    "weightGrams" INTEGER NOT NULL,

    CONSTRAINT "variant_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "picture" (
    "id" TEXT NOT NULL,
    "productId" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "path" TEXT NOT NULL,
    "widths" INTEGER[],
    "thumbhash" TEXT NOT NULL,
    "colour" TEXT,

    CONSTRAINT "picture_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "quote" (
    "id" TEXT NOT NULL,
    "cartId" TEXT NOT NULL,
    "cartVersion" INTEGER NOT NULL,
    "storefront" TEXT NOT NULL,
    "currency" CHAR(3) NOT NULL,
    "total" BIGINT NOT NULL,
    "promise" JSONB NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expiresAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "quote_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "checkout" (
    "id" TEXT NOT NULL,
    "number" TEXT NOT NULL,
    "guestHash" TEXT,
    "userId" TEXT,
    "email" TEXT NOT NULL,
    "storefront" TEXT NOT NULL,
    "market" CHAR(2) NOT NULL,
    "language" TEXT NOT NULL,
    "currency" CHAR(3) NOT NULL,
    "total" BIGINT NOT NULL,
    "state" TEXT NOT NULL,
    "address" JSONB NOT NULL,
    "promise" JSONB NOT NULL,
    "cartId" TEXT NOT NULL,
    "cartVersion" INTEGER NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "holdUntil" TIMESTAMPTZ(3) NOT NULL,
    "paidAt" TIMESTAMPTZ(3),

    CONSTRAINT "checkout_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "trade_rule" (
    "id" TEXT NOT NULL,
    "market" TEXT NOT NULL,
    "region" TEXT,
    "kind" TEXT NOT NULL,
    "formula" TEXT NOT NULL,
    "parameters" JSONB NOT NULL,
    "currency" CHAR(3),
    "origins" TEXT[],
    "hsPrefixes" TEXT[],
    "transports" TEXT[],
    "modes" TEXT[],
    "shipFrom" TEXT[],
    "due" TEXT NOT NULL,
    "effectiveFrom" DATE NOT NULL,
    "effectiveTo" DATE,
    "name" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "source" TEXT NOT NULL,
    "checkedOn" DATE NOT NULL,
    "confidence" TEXT NOT NULL,

    CONSTRAINT "trade_rule_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "hs_code" (
    "code" CHAR(6) NOT NULL,
    "labels" JSONB NOT NULL,
    "categories" TEXT[],

    CONSTRAINT "hs_code_pkey" PRIMARY KEY ("code")
);

-- CreateTable
CREATE TABLE "shelf_entry" (
    "categoryId" TEXT NOT NULL,
    "listingId" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "merchantId" TEXT NOT NULL,
    "brandId" TEXT NOT NULL,
    "origin" CHAR(2) NOT NULL,
    "referencePrice" BIGINT NOT NULL,
    "popularity" INTEGER NOT NULL,
    "publishedAt" TIMESTAMPTZ(3) NOT NULL,
    "shipsFrom" TEXT[],
    "bondedIn" TEXT[],
    "marketPolicy" TEXT NOT NULL,
    "markets" TEXT[],
    "sizes" TEXT[],
    "colours" TEXT[],

    CONSTRAINT "shelf_entry_pkey" PRIMARY KEY ("categoryId","listingId")
);

-- CreateTable
CREATE TABLE "search_document" (
    "listingId" TEXT NOT NULL,
    "language" TEXT NOT NULL,
    "document" tsvector NOT NULL,

    CONSTRAINT "search_document_pkey" PRIMARY KEY ("listingId","language")
);

-- CreateTable
CREATE TABLE "search_term" (
    "language" TEXT NOT NULL,
    "term" TEXT NOT NULL,
    "shown" TEXT NOT NULL DEFAULT '',
    "uses" INTEGER NOT NULL,

    CONSTRAINT "search_term_pkey" PRIMARY KEY ("language","term")
);

-- CreateTable
CREATE TABLE "fx_rate" (
    "id" TEXT NOT NULL,
    "base" CHAR(3) NOT NULL,
    "quote" CHAR(3) NOT NULL,
    "rate" DECIMAL(24,12) NOT NULL,
    "source" TEXT NOT NULL,
    "confidence" TEXT NOT NULL,
    "observedOn" DATE NOT NULL,
    "validUntil" DATE NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "fx_rate_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "listing" (
    "id" TEXT NOT NULL,
    "number" SERIAL NOT NULL,
    "merchantId" TEXT NOT NULL,
    "productId" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "currency" CHAR(3) NOT NULL,
    "basePrice" BIGINT NOT NULL,
    "marketPolicy" TEXT NOT NULL DEFAULT 'all',
    "markets" TEXT[],
    "version" INTEGER NOT NULL DEFAULT 1,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "publishedAt" TIMESTAMPTZ(3),
    "withdrawnAt" TIMESTAMPTZ(3),

    CONSTRAINT "listing_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "offer" (
    "id" TEXT NOT NULL,
    "listingId" TEXT NOT NULL,
    "variantId" TEXT NOT NULL,
    "sku" TEXT NOT NULL,
    "price" BIGINT NOT NULL,
    "isActive" BOOLEAN NOT NULL DEFAULT true,

    CONSTRAINT "offer_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "stock_location" (
    "id" TEXT NOT NULL,
    "merchantId" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "country" CHAR(2) NOT NULL,
    "region" TEXT,
    "city" TEXT NOT NULL,
    "postcode" TEXT NOT NULL,

    CONSTRAINT "stock_location_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "stock" (
    "offerId" TEXT NOT NULL,
    "locationId" TEXT NOT NULL,
    "onHand" INTEGER NOT NULL,
    "reserved" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "stock_pkey" PRIMARY KEY ("offerId","locationId")
);

-- CreateTable
CREATE TABLE "stock_hold" (
    "id" TEXT NOT NULL,
    "checkoutId" TEXT NOT NULL,
    "offerId" TEXT NOT NULL,
    "locationId" TEXT NOT NULL,
    "quantity" INTEGER NOT NULL,
    "state" TEXT NOT NULL,
    "expiresAt" TIMESTAMPTZ(3) NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "stock_hold_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "stock_movement" (
    "id" TEXT NOT NULL,
    "offerId" TEXT NOT NULL,
    "locationId" TEXT NOT NULL,
    "quantity" INTEGER NOT NULL,
    "reason" TEXT NOT NULL,
    "subjectId" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "stock_movement_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "carrier_service" (
    "id" TEXT NOT NULL,
    "carrier" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "transport" TEXT NOT NULL,
    "speed" TEXT NOT NULL,
    "fromCountries" TEXT[],
    "toCountries" TEXT[],
    "excludedFlags" TEXT[],
    "currency" CHAR(3) NOT NULL,
    "bands" JSONB NOT NULL,
    "maxGrams" INTEGER NOT NULL,
    "maxLongestMm" INTEGER NOT NULL,
    "maxGirthMm" INTEGER NOT NULL,
    "volumetric" INTEGER NOT NULL,
    "transitMin" INTEGER NOT NULL,
    "transitMax" INTEGER NOT NULL,
    "customsMin" INTEGER NOT NULL,
    "customsMax" INTEGER NOT NULL,
    "incoterm" TEXT NOT NULL,
    "tracked" BOOLEAN NOT NULL,
    "effectiveFrom" DATE NOT NULL,
    "effectiveTo" DATE,
    "source" TEXT NOT NULL,
    "checkedOn" DATE NOT NULL,
    "confidence" TEXT NOT NULL,

    CONSTRAINT "carrier_service_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "market" (
    "code" CHAR(2) NOT NULL,
    "currency" CHAR(3) NOT NULL,
    "languages" TEXT[],
    "timeZone" TEXT NOT NULL,
    "unitSystem" TEXT NOT NULL,
    "taxDisplay" TEXT NOT NULL,
    "sizeSystems" JSONB NOT NULL,
    "priceEndings" JSONB NOT NULL,
    "firstDay" INTEGER NOT NULL,
    "weekend" INTEGER[],
    "paymentMethods" TEXT[],
    "customsId" TEXT,
    "state" TEXT NOT NULL,
    "stateReason" TEXT,
    "visitorPolicy" JSONB NOT NULL DEFAULT '{}',
    "calendar" JSONB NOT NULL DEFAULT '[]',
    "position" INTEGER NOT NULL,
    "sources" JSONB NOT NULL DEFAULT '[]',
    "updatedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "market_pkey" PRIMARY KEY ("code")
);

-- CreateTable
CREATE TABLE "country" (
    "code" CHAR(2) NOT NULL,
    "currency" CHAR(3),
    "callingCode" TEXT,
    "timeZone" TEXT,
    "shipTo" BOOLEAN NOT NULL,
    "shipToReason" TEXT,

    CONSTRAINT "country_pkey" PRIMARY KEY ("code")
);

-- CreateTable
CREATE TABLE "merchant" (
    "id" TEXT NOT NULL,
    "slug" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "legalName" TEXT NOT NULL,
    "legalForm" TEXT NOT NULL,
    "country" CHAR(2) NOT NULL,
    "region" TEXT,
    "city" TEXT NOT NULL,
    "state" TEXT NOT NULL DEFAULT 'active',
    "suspendedReason" TEXT,
    "payoutCurrency" CHAR(3) NOT NULL,
    "timeZone" TEXT NOT NULL,
    "handlingDays" INTEGER NOT NULL DEFAULT 2,
    "contactEmail" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "since" DATE NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "merchant_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "merchant_text" (
    "merchantId" TEXT NOT NULL,
    "language" TEXT NOT NULL,
    "story" TEXT NOT NULL,
    "writtenBy" TEXT NOT NULL,

    CONSTRAINT "merchant_text_pkey" PRIMARY KEY ("merchantId","language")
);

-- CreateTable
CREATE TABLE "membership" (
    "id" TEXT NOT NULL,
    "merchantId" TEXT NOT NULL,
    "userId" TEXT NOT NULL,
    "role" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "membership_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "consignment" (
    "id" TEXT NOT NULL,
    "checkoutId" TEXT NOT NULL,
    "merchantId" TEXT NOT NULL,
    "part" INTEGER NOT NULL,
    "locationId" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "serviceId" TEXT NOT NULL,
    "serviceName" TEXT NOT NULL,
    "transport" TEXT NOT NULL,
    "incoterm" TEXT NOT NULL,
    "currency" CHAR(3) NOT NULL,
    "goods" BIGINT NOT NULL,
    "delivery" BIGINT NOT NULL,
    "charges" BIGINT NOT NULL,
    "total" BIGINT NOT NULL,
    "merchantAmount" BIGINT NOT NULL,
    "merchantCurrency" CHAR(3) NOT NULL,
    "promisedFrom" DATE NOT NULL,
    "promisedTo" DATE NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "paidAt" TIMESTAMPTZ(3),
    "shippedAt" TIMESTAMPTZ(3),
    "deliveredAt" TIMESTAMPTZ(3),
    "carrier" TEXT,
    "trackingNumber" TEXT,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "consignment_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "order_line" (
    "id" TEXT NOT NULL,
    "consignmentId" TEXT NOT NULL,
    "offerId" TEXT NOT NULL,
    "listingId" TEXT NOT NULL,
    "listingNumber" INTEGER NOT NULL,
    "title" TEXT NOT NULL,
    "titleLanguage" TEXT NOT NULL,
    "variantLabel" TEXT NOT NULL,
    "picture" TEXT NOT NULL,
    "quantity" INTEGER NOT NULL,
    "unitPrice" BIGINT NOT NULL,
    "currency" CHAR(3) NOT NULL,
    "hs" CHAR(6) NOT NULL,
    "origin" CHAR(2) NOT NULL,

    CONSTRAINT "order_line_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "consignment_charge" (
    "id" TEXT NOT NULL,
    "consignmentId" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "kind" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "amount" BIGINT NOT NULL,
    "currency" CHAR(3) NOT NULL,
    "base" BIGINT,
    "due" TEXT NOT NULL,
    "ruleId" TEXT NOT NULL,
    "ruleText" TEXT NOT NULL,
    "source" TEXT NOT NULL,
    "effectiveFrom" DATE NOT NULL,
    "confidence" TEXT NOT NULL,

    CONSTRAINT "consignment_charge_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "payment_attempt" (
    "id" TEXT NOT NULL,
    "checkoutId" TEXT NOT NULL,
    "status" TEXT NOT NULL,
    "amount" BIGINT NOT NULL,
    "currency" CHAR(3) NOT NULL,
    "sessionId" TEXT,
    "sessionUrl" TEXT,
    "expiresAt" TIMESTAMPTZ(3) NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "payment_attempt_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "payment" (
    "id" TEXT NOT NULL,
    "attemptId" TEXT NOT NULL,
    "checkoutId" TEXT NOT NULL,
    "paymentIntentId" TEXT NOT NULL,
    "chargeId" TEXT,
    "standing" TEXT NOT NULL,
    "captured" BIGINT NOT NULL,
    "currency" CHAR(3) NOT NULL,
    "methodType" TEXT,
    "succeededAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "payment_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "refund" (
    "id" TEXT NOT NULL,
    "paymentId" TEXT NOT NULL,
    "amount" BIGINT NOT NULL,
    "currency" CHAR(3) NOT NULL,
    "reason" TEXT NOT NULL,
    "status" TEXT NOT NULL,
    "stripeId" TEXT,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "refund_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "stripe_command" (
    "id" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "generation" INTEGER NOT NULL DEFAULT 1,
    "params" JSONB NOT NULL,
    "status" TEXT NOT NULL DEFAULT 'pending',
    "firstSentAt" TIMESTAMPTZ(3),
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "resultId" TEXT,
    "error" JSONB,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "stripe_command_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "stripe_event" (
    "id" TEXT NOT NULL,
    "type" TEXT NOT NULL,
    "objectId" TEXT,
    "livemode" BOOLEAN NOT NULL,
    "apiVersion" TEXT,
    "created" TIMESTAMPTZ(3) NOT NULL,
    "receivedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "source" TEXT NOT NULL,
    "payload" JSONB NOT NULL,
    "status" TEXT NOT NULL DEFAULT 'new',
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "lastError" TEXT,
    "processedAt" TIMESTAMPTZ(3),

    CONSTRAINT "stripe_event_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "mail" (
    "id" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "subjectId" TEXT NOT NULL,
    "recipient" TEXT NOT NULL,
    "language" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "html" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "sentAt" TIMESTAMPTZ(3),
    "failure" TEXT,

    CONSTRAINT "mail_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "rate_limit" (
    "key" VARCHAR(255) NOT NULL,
    "points" INTEGER NOT NULL DEFAULT 0,
    "expire" BIGINT,

    CONSTRAINT "rate_limit_pkey" PRIMARY KEY ("key")
);

-- CreateTable
CREATE TABLE "market_price" (
    "offerId" TEXT NOT NULL,
    "market" CHAR(2) NOT NULL,
    "amount" BIGINT NOT NULL,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "market_price_pkey" PRIMARY KEY ("offerId","market")
);

-- CreateTable
CREATE TABLE "review" (
    "id" TEXT NOT NULL,
    "listingId" TEXT NOT NULL,
    "consignmentId" TEXT,
    "authorId" TEXT,
    "authorName" TEXT NOT NULL,
    "authorCountry" CHAR(2) NOT NULL,
    "language" TEXT NOT NULL,
    "rating" INTEGER NOT NULL,
    "text" TEXT NOT NULL,
    "fit" TEXT,
    "sizeLabel" TEXT,
    "daysToDoor" INTEGER,
    "importCharge" BIGINT,
    "currency" CHAR(3),
    "createdAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "review_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "rating_summary" (
    "listingId" TEXT NOT NULL,
    "count" INTEGER NOT NULL,
    "sum" INTEGER NOT NULL,
    "byCountry" JSONB NOT NULL,
    "byRating" JSONB NOT NULL,
    "fit" JSONB NOT NULL,

    CONSTRAINT "rating_summary_pkey" PRIMARY KEY ("listingId")
);

-- CreateTable
CREATE TABLE "address" (
    "id" TEXT NOT NULL,
    "userId" TEXT NOT NULL,
    "country" CHAR(2) NOT NULL,
    "fields" JSONB NOT NULL,
    "isDefault" BOOLEAN NOT NULL DEFAULT false,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "address_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "measurement" (
    "userId" TEXT NOT NULL,
    "measure" TEXT NOT NULL,
    "mm" INTEGER NOT NULL,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "measurement_pkey" PRIMARY KEY ("userId","measure")
);

-- CreateTable
CREATE TABLE "wish" (
    "userId" TEXT NOT NULL,
    "listingId" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "wish_pkey" PRIMARY KEY ("userId","listingId")
);

-- CreateIndex
CREATE UNIQUE INDEX "app_user_email_key" ON "app_user"("email");

-- CreateIndex
CREATE UNIQUE INDEX "session_tokenHash_key" ON "session"("tokenHash");

-- CreateIndex
CREATE INDEX "session_userId_idx" ON "session"("userId");

-- CreateIndex
CREATE UNIQUE INDEX "account_token_tokenHash_key" ON "account_token"("tokenHash");

-- CreateIndex
CREATE INDEX "account_token_userId_idx" ON "account_token"("userId");

-- CreateIndex
CREATE INDEX "audit_entry_subjectId_at_idx" ON "audit_entry"("subjectId", "at");

-- CreateIndex
CREATE INDEX "brand_application_state_submittedAt_idx" ON "brand_application"("state", "submittedAt");

-- CreateIndex
CREATE INDEX "brand_application_applicantId_idx" ON "brand_application"("applicantId");

-- CreateIndex
CREATE INDEX "application_document_applicationId_idx" ON "application_document"("applicationId");

-- CreateIndex
CREATE INDEX "application_decision_applicationId_at_idx" ON "application_decision"("applicationId", "at");

-- CreateIndex
CREATE INDEX "cart_userId_idx" ON "cart"("userId");

-- CreateIndex
CREATE UNIQUE INDEX "cart_line_cartId_offerId_key" ON "cart_line"("cartId", "offerId");

-- CreateIndex
CREATE INDEX "category_parentId_position_idx" ON "category"("parentId", "position");

-- CreateIndex
CREATE UNIQUE INDEX "brand_slug_key" ON "brand"("slug");

-- CreateIndex
CREATE INDEX "brand_merchantId_idx" ON "brand"("merchantId");

-- CreateIndex
CREATE INDEX "product_brandId_idx" ON "product"("brandId");

-- CreateIndex
CREATE INDEX "product_categoryId_idx" ON "product"("categoryId");

-- CreateIndex
CREATE INDEX "variant_productId_position_idx" ON "variant"("productId", "position");

-- CreateIndex
CREATE INDEX "picture_productId_position_idx" ON "picture"("productId", "position");

-- CreateIndex
CREATE INDEX "quote_cartId_idx" ON "quote"("cartId");

-- CreateIndex
CREATE UNIQUE INDEX "checkout_number_key" ON "checkout"("number");

-- CreateIndex
CREATE INDEX "checkout_userId_createdAt_idx" ON "checkout"("userId", "createdAt");

-- CreateIndex
CREATE INDEX "checkout_state_holdUntil_idx" ON "checkout"("state", "holdUntil");

-- CreateIndex
CREATE UNIQUE INDEX "checkout_cartId_cartVersion_key" ON "checkout"("cartId", "cartVersion");

-- CreateIndex
CREATE INDEX "trade_rule_market_effectiveFrom_idx" ON "trade_rule"("market", "effectiveFrom");

-- CreateIndex
CREATE INDEX "shelf_entry_categoryId_popularity_number_idx" ON "shelf_entry"("categoryId", "popularity" DESC, "number" DESC);

-- CreateIndex
CREATE INDEX "shelf_entry_categoryId_referencePrice_number_idx" ON "shelf_entry"("categoryId", "referencePrice", "number");

-- CreateIndex
CREATE INDEX "shelf_entry_categoryId_publishedAt_number_idx" ON "shelf_entry"("categoryId", "publishedAt" DESC, "number" DESC);

-- CreateIndex
CREATE INDEX "shelf_entry_listingId_idx" ON "shelf_entry"("listingId");

-- CreateIndex
CREATE UNIQUE INDEX "fx_rate_base_quote_observedOn_source_key" ON "fx_rate"("base", "quote", "observedOn", "source");

-- CreateIndex
CREATE UNIQUE INDEX "listing_number_key" ON "listing"("number");

-- CreateIndex
CREATE INDEX "listing_merchantId_state_idx" ON "listing"("merchantId", "state");

-- CreateIndex
CREATE INDEX "listing_productId_idx" ON "listing"("productId");

-- CreateIndex
CREATE INDEX "offer_variantId_idx" ON "offer"("variantId");

-- CreateIndex
CREATE UNIQUE INDEX "offer_listingId_variantId_key" ON "offer"("listingId", "variantId");

-- CreateIndex
CREATE INDEX "stock_location_merchantId_idx" ON "stock_location"("merchantId");

-- CreateIndex
CREATE INDEX "stock_hold_state_expiresAt_idx" ON "stock_hold"("state", "expiresAt");

-- CreateIndex
CREATE UNIQUE INDEX "stock_hold_checkoutId_offerId_locationId_key" ON "stock_hold"("checkoutId", "offerId", "locationId");

-- CreateIndex
CREATE INDEX "stock_movement_offerId_locationId_idx" ON "stock_movement"("offerId", "locationId");

-- CreateIndex
CREATE UNIQUE INDEX "merchant_slug_key" ON "merchant"("slug");

-- CreateIndex
CREATE INDEX "membership_userId_idx" ON "membership"("userId");

-- CreateIndex
CREATE UNIQUE INDEX "membership_merchantId_userId_key" ON "membership"("merchantId", "userId");

-- CreateIndex
CREATE INDEX "consignment_merchantId_state_createdAt_idx" ON "consignment"("merchantId", "state", "createdAt");

-- CreateIndex
CREATE UNIQUE INDEX "consignment_checkoutId_part_key" ON "consignment"("checkoutId", "part");

-- CreateIndex
CREATE INDEX "order_line_consignmentId_idx" ON "order_line"("consignmentId");

-- CreateIndex
CREATE INDEX "order_line_listingId_idx" ON "order_line"("listingId");

-- CreateIndex
CREATE INDEX "consignment_charge_consignmentId_idx" ON "consignment_charge"("consignmentId");

-- CreateIndex
CREATE UNIQUE INDEX "payment_attempt_sessionId_key" ON "payment_attempt"("sessionId");

-- CreateIndex
CREATE INDEX "payment_attempt_checkoutId_idx" ON "payment_attempt"("checkoutId");

-- CreateIndex
CREATE INDEX "payment_attempt_status_expiresAt_idx" ON "payment_attempt"("status", "expiresAt");

-- CreateIndex
CREATE UNIQUE INDEX "payment_paymentIntentId_key" ON "payment"("paymentIntentId");

-- CreateIndex
CREATE UNIQUE INDEX "payment_chargeId_key" ON "payment"("chargeId");

-- CreateIndex
CREATE INDEX "payment_checkoutId_idx" ON "payment"("checkoutId");

-- CreateIndex
CREATE UNIQUE INDEX "refund_stripeId_key" ON "refund"("stripeId");

-- CreateIndex
CREATE INDEX "refund_paymentId_idx" ON "refund"("paymentId");

-- CreateIndex
CREATE INDEX "stripe_command_status_createdAt_idx" ON "stripe_command"("status", "createdAt");

-- CreateIndex
CREATE UNIQUE INDEX "stripe_command_kind_subject_generation_key" ON "stripe_command"("kind", "subject", "generation");

-- CreateIndex
CREATE INDEX "stripe_event_status_receivedAt_idx" ON "stripe_event"("status", "receivedAt");

-- CreateIndex
CREATE UNIQUE INDEX "mail_kind_subjectId_recipient_key" ON "mail"("kind", "subjectId", "recipient");

-- CreateIndex
CREATE INDEX "review_listingId_authorCountry_createdAt_idx" ON "review"("listingId", "authorCountry", "createdAt" DESC);

-- CreateIndex
CREATE INDEX "review_listingId_createdAt_idx" ON "review"("listingId", "createdAt" DESC);

-- CreateIndex
CREATE UNIQUE INDEX "review_consignmentId_listingId_key" ON "review"("consignmentId", "listingId");

-- CreateIndex
CREATE INDEX "address_userId_idx" ON "address"("userId");

-- AddForeignKey
ALTER TABLE "session" ADD CONSTRAINT "session_userId_fkey" FOREIGN KEY ("userId") REFERENCES "app_user"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "account_token" ADD CONSTRAINT "account_token_userId_fkey" FOREIGN KEY ("userId") REFERENCES "app_user"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "brand_application" ADD CONSTRAINT "brand_application_applicantId_fkey" FOREIGN KEY ("applicantId") REFERENCES "app_user"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "application_document" ADD CONSTRAINT "application_document_applicationId_fkey" FOREIGN KEY ("applicationId") REFERENCES "brand_application"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "application_decision" ADD CONSTRAINT "application_decision_applicationId_fkey" FOREIGN KEY ("applicationId") REFERENCES "brand_application"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "cart_line" ADD CONSTRAINT "cart_line_cartId_fkey" FOREIGN KEY ("cartId") REFERENCES "cart"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "category" ADD CONSTRAINT "category_parentId_fkey" FOREIGN KEY ("parentId") REFERENCES "category"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "category_text" ADD CONSTRAINT "category_text_categoryId_fkey" FOREIGN KEY ("categoryId") REFERENCES "category"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "brand" ADD CONSTRAINT "brand_merchantId_fkey" FOREIGN KEY ("merchantId") REFERENCES "merchant"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "product" ADD CONSTRAINT "product_brandId_fkey" FOREIGN KEY ("brandId") REFERENCES "brand"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "product" ADD CONSTRAINT "product_categoryId_fkey" FOREIGN KEY ("categoryId") REFERENCES "category"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "product_text" ADD CONSTRAINT "product_text_productId_fkey" FOREIGN KEY ("productId") REFERENCES "product"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "variant" ADD CONSTRAINT "variant_productId_fkey" FOREIGN KEY ("productId") REFERENCES "product"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "picture" ADD CONSTRAINT "picture_productId_fkey" FOREIGN KEY ("productId") REFERENCES "product"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "listing" ADD CONSTRAINT "listing_merchantId_fkey" FOREIGN KEY ("merchantId") REFERENCES "merchant"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "listing" ADD CONSTRAINT "listing_productId_fkey" FOREIGN KEY ("productId") REFERENCES "product"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "offer" ADD CONSTRAINT "offer_listingId_fkey" FOREIGN KEY ("listingId") REFERENCES "listing"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "offer" ADD CONSTRAINT "offer_variantId_fkey" FOREIGN KEY ("variantId") REFERENCES "variant"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "stock_location" ADD CONSTRAINT "stock_location_merchantId_fkey" FOREIGN KEY ("merchantId") REFERENCES "merchant"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "stock" ADD CONSTRAINT "stock_offerId_fkey" FOREIGN KEY ("offerId") REFERENCES "offer"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "stock" ADD CONSTRAINT "stock_locationId_fkey" FOREIGN KEY ("locationId") REFERENCES "stock_location"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "merchant_text" ADD CONSTRAINT "merchant_text_merchantId_fkey" FOREIGN KEY ("merchantId") REFERENCES "merchant"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "membership" ADD CONSTRAINT "membership_merchantId_fkey" FOREIGN KEY ("merchantId") REFERENCES "merchant"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "membership" ADD CONSTRAINT "membership_userId_fkey" FOREIGN KEY ("userId") REFERENCES "app_user"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "consignment" ADD CONSTRAINT "consignment_checkoutId_fkey" FOREIGN KEY ("checkoutId") REFERENCES "checkout"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "consignment" ADD CONSTRAINT "consignment_merchantId_fkey" FOREIGN KEY ("merchantId") REFERENCES "merchant"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "order_line" ADD CONSTRAINT "order_line_consignmentId_fkey" FOREIGN KEY ("consignmentId") REFERENCES "consignment"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "consignment_charge" ADD CONSTRAINT "consignment_charge_consignmentId_fkey" FOREIGN KEY ("consignmentId") REFERENCES "consignment"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "refund" ADD CONSTRAINT "refund_paymentId_fkey" FOREIGN KEY ("paymentId") REFERENCES "payment"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "review" ADD CONSTRAINT "review_listingId_fkey" FOREIGN KEY ("listingId") REFERENCES "listing"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "address" ADD CONSTRAINT "address_userId_fkey" FOREIGN KEY ("userId") REFERENCES "app_user"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "measurement" ADD CONSTRAINT "measurement_userId_fkey" FOREIGN KEY ("userId") REFERENCES "app_user"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "wish" ADD CONSTRAINT "wish_userId_fkey" FOREIGN KEY ("userId") REFERENCES "app_user"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "wish" ADD CONSTRAINT "wish_listingId_fkey" FOREIGN KEY ("listingId") REFERENCES "listing"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- What Prisma cannot express. tests/integration/database/guards.test.ts proves that each of these exists.
CREATE EXTENSION IF NOT EXISTS pg_trgm;
CREATE EXTENSION IF NOT EXISTS unaccent;

ALTER TABLE "stock" ADD CONSTRAINT "stock_never_below_zero" CHECK ("onHand" >= 0 AND "reserved" >= 0 AND "reserved" <= "onHand");
ALTER TABLE "stock_hold" ADD CONSTRAINT "stock_hold_counts" CHECK ("quantity" > 0);
ALTER TABLE "cart_line" ADD CONSTRAINT "cart_line_counts" CHECK ("quantity" BETWEEN 1 AND 999);
ALTER TABLE "order_line" ADD CONSTRAINT "order_line_counts" CHECK ("quantity" > 0 AND "unitPrice" >= 0);
ALTER TABLE "offer" ADD CONSTRAINT "offer_has_a_price" CHECK ("price" > 0);
ALTER TABLE "payment" ADD CONSTRAINT "payment_is_money" CHECK ("captured" > 0);
ALTER TABLE "refund" ADD CONSTRAINT "refund_is_money" CHECK ("amount" > 0);
ALTER TABLE "review" ADD CONSTRAINT "review_rating" CHECK ("rating" BETWEEN 1 AND 5);
ALTER TABLE "trade_rule" ADD CONSTRAINT "trade_rule_interval" CHECK ("effectiveTo" IS NULL OR "effectiveTo" > "effectiveFrom");

-- One open attempt per checkout: an older session must be expired before a newer one exists.
CREATE UNIQUE INDEX "one_open_attempt" ON "payment_attempt" ("checkoutId") WHERE "status" IN ('created', 'open', 'processing');

CREATE INDEX "search_document_words" ON "search_document" USING gin ("document");
CREATE INDEX "search_term_likeness" ON "search_term" USING gin ("term" gin_trgm_ops);

-- Refunds that have not failed never exceed what was captured; the payment row is the lock.
CREATE FUNCTION "refund_within_capture"() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE taken bigint; asked bigint;
BEGIN
  SELECT "captured" INTO taken FROM "payment" WHERE "id" = NEW."paymentId" FOR UPDATE;
  SELECT coalesce(sum("amount"), 0) INTO asked FROM "refund" WHERE "paymentId" = NEW."paymentId" AND "status" <> 'failed';
  IF asked > taken THEN RAISE EXCEPTION 'refunds exceed the captured amount' USING ERRCODE = 'check_violation'; END IF;
  RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER "refund_within_capture" AFTER INSERT OR UPDATE ON "refund" FOR EACH ROW EXECUTE FUNCTION "refund_within_capture"();

-- Decisions and audits are history.
CREATE FUNCTION "append_only"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN RAISE EXCEPTION '% is append-only', TG_TABLE_NAME USING ERRCODE = 'restrict_violation'; END $$;
CREATE TRIGGER "append_only" BEFORE UPDATE OR DELETE ON "audit_entry" FOR EACH ROW EXECUTE FUNCTION "append_only"();
CREATE TRIGGER "append_only" BEFORE UPDATE OR DELETE ON "application_decision" FOR EACH ROW EXECUTE FUNCTION "append_only"();
CREATE TRIGGER "append_only" BEFORE UPDATE OR DELETE ON "fx_rate" FOR EACH ROW EXECUTE FUNCTION "append_only"();

-- Order numbers that people read aloud come from here; formatted by checkout/order-number.ts.
CREATE SEQUENCE "order_number" START 100003;
