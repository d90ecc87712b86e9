import { isUtf8 } from "node:buffer";

export const encodings = ["utf-8", "utf-16le", "utf-16be", "windows-1251"] as const;
export type Encoding = (typeof encodings)[number];

/** What told the encoding: a byte order mark, zero bytes, valid UTF-8, or the letters it would spell. */
export type EncodingGuess = {
  encoding: Encoding;
  bom: boolean;
  by: "bom" | "zeros" | "validity" | "letters";
};

/** Guesses how the first bytes of a table are encoded; a character cut at the end does no harm. */
export function detectEncoding(sample: Uint8Array): EncodingGuess {
  if (sample[0] === 0xef && sample[1] === 0xbb && sample[2] === 0xbf)
    return { encoding: "utf-8", bom: true, by: "bom" };
  if (sample[0] === 0xff && sample[1] === 0xfe) return { encoding: "utf-16le", bom: true, by: "bom" };
  if (sample[0] === 0xfe && sample[1] === 0xff) return { encoding: "utf-16be", bom: true, by: "bom" };
  const wide = byZeros(sample);
  if (wide) return { encoding: wide, bom: false, by: "zeros" };
  if (isUtf8(withoutCutCharacter(sample))) return { encoding: "utf-8", bom: false, by: "validity" };
  return { encoding: spelling(sample), bom: false, by: "letters" };
}

/** Latin and Cyrillic in UTF-16 have 00 or 04 for every second byte, which no single-byte text has. */
function byZeros(sample: Uint8Array): Encoding | null {
  if (!sample.includes(0)) return null;
  const pairs = Math.floor(sample.length / 2);
  let even = 0;
  let odd = 0;
  for (let i = 0; i < pairs * 2; i += 2) {
    if (sample[i] === 0 || sample[i] === 4) even += 1;
    if (sample[i + 1] === 0 || sample[i + 1] === 4) odd += 1;
  }
  const enough = pairs * 0.6;
  if (odd > enough && odd > even) return "utf-16le";
  if (even > enough && even > odd) return "utf-16be";
  return null;
}

function withoutCutCharacter(sample: Uint8Array): Uint8Array {
  for (let back = 1; back <= Math.min(3, sample.length); back++) {
    const byte = sample[sample.length - back] ?? 0;
    if (byte >= 0xc0) {
      const needs = byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : 2;
      return needs > back ? sample.subarray(0, sample.length - back) : sample;
    }
    if (byte < 0x80) return sample;
  }
  return sample;
}

// о е а и н т р с л в in Windows-1251: two thirds of the letters of any Russian text.
const frequent = new Set([0xee, 0xe5, 0xe0, 0xe8, 0xed, 0xf2, 0xf0, 0xf1, 0xeb, 0xe2]);

/** UTF-8 with a few broken bytes, or Windows-1251? Counts what either would read. */
function spelling(sample: Uint8Array): Encoding {
  let sequences = 0;
  let letters = 0;
  for (let i = 0; i < sample.length; i++) {
    const byte = sample[i] ?? 0;
    const next = sample[i + 1] ?? 0;
    if (byte >= 0xc2 && byte <= 0xdf && next >= 0x80 && next <= 0xbf) sequences += 1;
    if (frequent.has(byte)) letters += 1;
  }
  return sequences > letters ? "utf-8" : "windows-1251";
}
