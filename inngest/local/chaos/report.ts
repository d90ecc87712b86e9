import type { SeedReport } from "./run-seed";

/** A seed in a line, its faults below it. */
export function reportLine(report: SeedReport): string {
  const { size, faults } = report;
  const line = [
    `seed ${report.seed}`,
    `${size.runs} runs x 7 steps, ${size.sleepers} sleepers`,
    `${report.kills} kills`,
    `${report.terminated} backends terminated`,
    `${report.restarts} restarts`,
    `${report.pauses} pauses`,
    `${report.requests} requests (${report.fromAhead} by the clock ahead)`,
    `${report.doubled.length} doubled`,
    `${report.lost.length} lost`,
    `control ${size.control} runs: ${report.controlDoubled} doubled`,
    `earliest timer ${(report.earliestTimerMs / 1000).toFixed(2)} s late`,
    `${report.seconds.toFixed(1)} s`,
  ].join(", ");
  return [
    `${line}: ${faults.length === 0 ? "good" : "FAULTY"}`,
    ...faults.map((fault) => `    ${fault}`),
  ].join("\n");
}
