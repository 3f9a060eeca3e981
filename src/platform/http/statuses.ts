/** What HTTP calls a refusal, for doors of machines. One table; a code that is not in it was understood and refused: 422. */
const statuses: Readonly<Record<string, number>> = {
  "input.invalid": 400,
  "access.not-signed-in": 401,
  "access.not-allowed": 403,
  "access.too-many-tries": 429,
  "market.no-such-storefront": 404,
  "market.no-such-market": 404,
  "sizing.no-such-garment": 404,
  "sizing.no-such-system": 404,
  "sizing.no-such-label": 404,
  "listing.not-found": 404,
  "brand-application.not-found": 404,
  "checkout.not-found": 404,
  "order.not-found": 404,
  "listing.stale": 409,
  "brand-application.stale": 409,
  "brand-application.taken": 409,
  "payment.bad-signature": 400,
};

export const statusOf = (code: string): number => statuses[code] ?? 422;
export const codesWithStatus: readonly string[] = Object.keys(statuses);
