import type { MetadataRoute } from "next";

// Decided when asked: the address of the shop is the environment's.
export const dynamic = "force-dynamic";

const robots = (): MetadataRoute.Robots => ({
  rules: { userAgent: "*", allow: "/", disallow: ["/api/", "/sell", "/admin", "/*/search", "/*/filter", "/*/cart", "/*/checkout", "/*/account", "/*/sign-in"] },
  sitemap: `${process.env["APP_URL"] || "http://127.0.0.1:3000"}/sitemap.xml`,
});

export default robots;
