/**
 * What runs in the template worker, as text: it needs no file of its own beside a bundled server. `liquidjs` is
 * found from the working directory. Answers `{ ready }` once, then one `{ filled }` or `{ fault }` for each order.
 */
export const workerSource = `
const { parentPort } = require("node:worker_threads");
const { Liquid } = require("liquidjs");
// No files: include, render and layout find an empty set. Liquid's own limits end most poisoned templates early.
const options = {
  parseLimit: 100000, renderLimit: 500, memoryLimit: 2000000,
  templates: {}, ownPropertyOnly: true, dynamicPartials: false, cache: false,
};
const engines = { text: new Liquid(options), html: new Liquid({ ...options, outputEscape: "escape" }) };
parentPort.on("message", ({ template, view, as }) => {
  try {
    const parsed = engines[as].parse(template);
    const filled = view === null ? "" : String(engines[as].renderSync(parsed, view));
    parentPort.postMessage({ filled });
  } catch (error) {
    parentPort.postMessage({ fault: error instanceof Error ? error.message.slice(0, 200) : "" });
  }
});
parentPort.postMessage({ ready: true });
`;
