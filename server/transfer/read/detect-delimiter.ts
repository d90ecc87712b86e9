import { type Delimiter, delimiters, RowSplitter } from "./split-rows";

export type Shape = { delimiter: Delimiter; newline: "\n" | "\r"; sepLine: boolean };

const SEP_LINE = /^sep=([;,\t|])\r?(?:\n|\r|$)/i;
const ROWS = 100;

/** How the text at a file's beginning is divided. A `sep=;` line, Excel's own, decides; else the steadiest split. */
export function detectShape(sample: string): Shape {
  const newline = detectNewline(sample);
  const named = SEP_LINE.exec(sample)?.[1] as Delimiter | undefined;
  if (named) return { delimiter: named, newline, sepLine: true };
  let best: Delimiter = ",";
  let bestScore = 0;
  for (const delimiter of delimiters) {
    const score = steadiness(sample, delimiter, newline);
    if (score > bestScore) [best, bestScore] = [delimiter, score];
  }
  return { delimiter: best, newline, sepLine: false };
}

/** The share of rows as wide as the first, times how wide that is; 0 when nothing is divided. */
function steadiness(sample: string, delimiter: Delimiter, newline: "\n" | "\r"): number {
  const splitter = new RowSplitter(delimiter, newline);
  const whole = splitter.push(sample);
  const rows = (whole.length > 0 ? whole : splitter.end()).slice(0, ROWS);
  const widths = rows.map((row) => width(row.cells)).filter((cells) => cells > 0);
  const [header = 0] = widths;
  if (header < 2) return 0;
  // A row may leave its last cells out, but never has more than the header names.
  const fitting = widths.filter((cells) => cells <= header && cells > 1).length;
  const equal = widths.filter((cells) => cells === header).length;
  return ((fitting + equal) / widths.length) * Math.log2(header);
}

function width(cells: string[]): number {
  let last = cells.length;
  while (last > 0 && cells[last - 1]?.trim() === "") last -= 1;
  return last;
}

function detectNewline(sample: string): "\n" | "\r" {
  const bare = sample.replaceAll(/"[^"]*"/g, "");
  if (bare.includes("\n")) return "\n";
  if (bare.includes("\r")) return "\r";
  return "\n";
}
