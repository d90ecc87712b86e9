import type { NextConfig } from "next";
import createNextIntlPlugin from "next-intl/plugin";

const config: NextConfig = {
  typedRoutes: false,
  poweredByHeader: false,
  reactStrictMode: true,
  // Types are checked by `npm test`; a first `npm start` need not wait for them.
  typescript: { ignoreBuildErrors: true },
  serverExternalPackages: [
    "pg",
    "pino",
    "@neondatabase/serverless",
    "ws",
    "nodemailer",
    "exceljs",
    "inngest",
    "@opentelemetry/exporter-metrics-otlp-http",
    "@opentelemetry/resources",
    "@opentelemetry/sdk-metrics",
  ],
  headers: async () => [{ source: "/:path*", headers: securityHeaders }],
};

const securityHeaders = [
  { key: "x-content-type-options", value: "nosniff" },
  { key: "x-frame-options", value: "DENY" },
  { key: "referrer-policy", value: "strict-origin-when-cross-origin" },
  { key: "permissions-policy", value: "camera=(), microphone=(), geolocation=()" },
];

export default createNextIntlPlugin("./i18n/request.ts")(config);
