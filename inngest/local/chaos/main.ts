/** npm run chaos -- --seeds 20 [--from 1] [--runs 500] [--lease 3]: each seed prints its line; any fault ends in exit code 1. */
import { parseArgs } from "node:util";
import { reportLine } from "./report";
import { runSeed } from "./run-seed";

const { values } = parseArgs({
  options: {
    seeds: { type: "string", default: "20" },
    from: { type: "string", default: "1" },
    runs: { type: "string", default: "500" },
    lease: { type: "string", default: "3" },
  },
});
const [seeds, from, runs] = [Number(values.seeds), Number(values.from), Number(values.runs)];
const size = { runs, control: Math.ceil(runs / 10), sleepers: Math.ceil(runs / 25) };

let faulty = 0;
for (let seed = from; seed < from + seeds; seed++) {
  const options = { seed, size, disturbMs: 45_000, leaseSeconds: Number(values.lease) };
  const line = await runSeed(options).then(
    (report) => {
      if (report.faults.length > 0) faulty += 1;
      return reportLine(report);
    },
    (error: unknown) => {
      faulty += 1;
      return `seed ${seed}: FAULTY\n    ${error instanceof Error ? error.stack : String(error)}`;
    },
  );
  console.log(line);
}
console.log(`${seeds - faulty} of ${seeds} seeds good`);
process.exitCode = faulty === 0 ? 0 : 1;
