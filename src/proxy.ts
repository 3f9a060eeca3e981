import { NextResponse, type NextRequest } from "next/server";
import { languages } from "@/i18n/languages";
import { firstStorefront } from "@/modules/market/first-visit";

/** Sends an address without a storefront to the visitor's own. Nothing else: it authorises nothing, and pages of a storefront never pass it. */
export const proxy = (request: NextRequest): NextResponse => {
  const url = request.nextUrl.clone();
  const tag = firstStorefront({
    remembered: request.cookies.get("storefront")?.value ?? null,
    acceptLanguage: request.headers.get("accept-language") ?? "",
    country: request.headers.get(process.env["COUNTRY_HEADER"] || "cf-ipcountry"),
    languages,
  });
  url.pathname = `/${tag}${url.pathname === "/" ? "" : url.pathname}`;
  const answer = NextResponse.redirect(url, 307);
  answer.headers.set("Vary", "Accept-Language, Cookie");
  answer.headers.set("Cache-Control", "private, no-store");
  return answer;
};

export const config = { matcher: ["/", "/(p|c|b|m|search|cart|account|sign-in|orders)/:path*"] };
