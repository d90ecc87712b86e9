// Who may import whom (docs/architecture.md). Capabilities from the ground up: each may use those below it.
const LAYERS = [
  ["filter"],
  ["platform"],
  ["fields", "outbound"],
  ["identity", "crm", "pipelines", "tasks", "lists", "messaging", "files", "notifications", "views"],
  [
    "automation",
    "operations",
    "marketing",
    "analytics",
    "dedupe",
    "transfer",
    "public-api",
    "webhooks",
    "webforms",
  ],
  ["onboarding"],
  ["api"],
];

/** A module is a folder of `server`, but for `crm`, where each record type is one. */
const MODULE = "(crm/[^/]+|(?!crm/)[^/]+)";
/** What a module shows to others. Platform and filter also have small pure files made for everyone. */
const PUBLIC = "^server/(crm/[^/]+|[^/]+)/(index|contract|events)\\.ts$";
const PURE =
  "^server/(platform/(text|money|palette|permissions|errors|ids|wire)|filter/(tree|types|moments|zone))\\.ts$";
/** These read the rows of all. */
const READ_ALL = "platform|fields|analytics|dedupe";

const upwards = LAYERS.slice(0, -1).map((layer, level) => ({
  name: `layer-${layer[0]}`,
  comment: `${layer.join(", ")} must not know what is built on them`,
  severity: "error",
  from: { path: `^server/(${layer.join("|")})/` },
  to: {
    path: `^server/(${LAYERS.slice(level + 1)
      .flat()
      .join("|")})/`,
  },
}));

/** @type {import("dependency-cruiser").IConfiguration} */
export default {
  forbidden: [
    ...upwards,
    {
      name: "no-circles",
      comment: "files that need each other are one idea, or one of them asks too much",
      severity: "error",
      from: {},
      to: { circular: true },
    },
    {
      name: "module-front-door",
      comment: "another module is used through its index, contract or events",
      severity: "error",
      from: { path: `^server/${MODULE}/` },
      to: { path: "^server/", pathNot: [PUBLIC, PURE, "^server/$1/"] },
    },
    {
      name: "own-tables",
      comment: `a module touches its own tables; only ${READ_ALL.replaceAll("|", ", ")} read others'`,
      severity: "error",
      from: { path: `^server/(?!(?:${READ_ALL}|identity)/)([^/]+)/` },
      to: { path: "^db/schema/", pathNot: ["^db/schema/$1[-.]"] },
    },
    {
      name: "own-tables-identity",
      comment: "identity's own tables are its and better-auth's",
      severity: "error",
      from: { path: "^server/identity/" },
      to: { path: "^db/schema/", pathNot: ["^db/schema/(identity|auth)\\.ts$"] },
    },
    {
      name: "one-driver",
      comment: "only the platform holds the database's driver: everyone else goes through inOrganization",
      severity: "error",
      from: { path: "^server/(?!platform/)", pathNot: "^server/identity/auth" },
      to: { path: "^db/(?!schema/)|^(node_modules/)?(pg|@neondatabase)(/|$)" },
    },
    {
      name: "no-database-outside",
      comment: "app, server/api, functions and components speak to verbs, not to tables",
      severity: "error",
      from: { path: "^(app|server/api|inngest|components)/", pathNot: "^inngest/local/" },
      to: { path: "^db/|^(node_modules/)?(drizzle-orm|pg|@neondatabase)(/|$)" },
    },
    {
      name: "components-see-contracts",
      comment:
        "the browser sees contracts, the filter's tree, and pure platform files; components/api also the root's types",
      severity: "error",
      from: { path: "^components/(?!api/)" },
      to: { path: "^(server|inngest|app)/", pathNot: ["^server/.*/contract\\.ts$", PURE] },
    },
    {
      name: "components-api-sees-root-types",
      comment: "the one exception: the client's types come from the API's root",
      severity: "error",
      from: { path: "^components/api/" },
      to: {
        path: "^(server|inngest|app)/",
        pathNot: ["^server/.*/contract\\.ts$", PURE, "^server/api/root\\.ts$"],
      },
    },
    {
      name: "crm-knows-no-automation",
      comment: "CRM records events; automation listens",
      severity: "error",
      from: { path: "^server/crm/" },
      to: { path: "^server/automation/" },
    },
    {
      name: "server-knows-no-screen",
      comment: "data flows one way: screens call verbs",
      severity: "error",
      from: { path: "^(server|db)/" },
      to: { path: "^(app|components)/" },
    },
  ],
  options: {
    // TypeScript 7 has no API to parse with; without swc nothing is read and everything looks well.
    parser: "swc",
    doNotFollow: { path: "node_modules" },
    exclude: { path: "\\.test\\.tsx?$|/testing/|\\.css$" },
  },
};
