import { existsSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import config from "../../.dependency-cruiser.mjs";

// node cruise.mjs <root>: reads every import under root and prints, as JSON, how many files were read and which imports
// the rules forbid. Plain JavaScript: the parser's visitor does not survive a loader.
const root = process.argv[2] ?? process.cwd();
const FOLDERS = ["app", "components", "server", "db", "inngest", "i18n"];

// dependency-cruiser asks swc for TypeScript without JSX, which ends at the first component.
const swc = createRequire(import.meta.url)("@swc/core");
const parse = swc.parseFileSync;
swc.parseFileSync = (file, options) => parse(file, { ...options, tsx: file.endsWith(".tsx") });

// Loaded after that, since it takes the function as it finds it.
const { cruise } = await import("dependency-cruiser");
const { forbidden, options } = config;
const { output } = await cruise(
  FOLDERS.filter((folder) => existsSync(join(root, folder))),
  { ...options, baseDir: root, validate: true, ruleSet: { forbidden } },
  { alias: { "@": root }, extensions: [".ts", ".tsx", ".json", ".js"] },
);
const comments = new Map(forbidden.map((rule) => [rule.name, rule.comment]));
console.log(
  JSON.stringify({
    modules: output.modules.filter((module) => /^(?!node_modules).*\.tsx?$/.test(module.source)).length,
    breaches: output.summary.violations.map(({ rule, from, to }) => ({
      rule: rule.name,
      from,
      to,
      comment: comments.get(rule.name),
    })),
  }),
);
