import type { NextConfig } from "next";
import createNextIntlPlugin from "next-intl/plugin";

const config: NextConfig = {
  typedRoutes: false,
  poweredByHeader: false,
  reactStrictMode: true,
  // Types are checked by `npm test`; a first `npm start` need not wait for them.
  typescript: { ignoreBuildErrors: true },
  // Node loads these itself: what only servers use is not compiled, so that the first build takes a third less.
  serverExternalPackages: [
    "@marcbachmann/cel-js",
    "@neondatabase/serverless",
    "@opentelemetry/exporter-metrics-otlp-http",
    "@opentelemetry/resources",
    "@opentelemetry/sdk-metrics",
    "@react-pdf/renderer",
    "aws4fetch",
    "better-auth",
    "croner",
    "csv-parse",
    "csv-stringify",
    "drizzle-orm",
    "exceljs",
    "file-type",
    "iconv-lite",
    "inngest",
    "ipaddr.js",
    "liquidjs",
    "nodemailer",
    "pg",
    "pino",
    "rate-limiter-flexible",
    "standardwebhooks",
    "undici",
    "ws",
  ],
  // Fonts of printed invoices are read from their package at run time.
  outputFileTracingIncludes: {
    "/**/pdf": ["./node_modules/@expo-google-fonts/onest/{400Regular,600SemiBold}/*.ttf"],
  },
  headers: async () => [
    { source: "/:path*", headers: securityHeaders },
    // A public form may stand in a frame of any site.
    { source: "/((?!f/).*)", headers: [{ key: "x-frame-options", value: "DENY" }] },
    // Printed invoices are shown inside their own pages.
    { source: "/api/invoices/:path*", headers: [{ key: "x-frame-options", value: "SAMEORIGIN" }] },
  ],
};

const securityHeaders = [
  { key: "x-content-type-options", value: "nosniff" },
  { key: "referrer-policy", value: "strict-origin-when-cross-origin" },
  { key: "permissions-policy", value: "camera=(), microphone=(), geolocation=()" },
];

export default createNextIntlPlugin("./i18n/request.ts")(config);
