const END = 0x06054b50;
const ENTRY = 0x02014b50;
const END_SIZE = 22;
const LONGEST_COMMENT = 65_535;

/** How large a zip says it becomes, in bytes; null for what is no zip. Its table of contents is at its end. */
export function unpackedSize(file: Buffer): number | null {
  for (let at = file.length - END_SIZE; at >= Math.max(0, file.length - END_SIZE - LONGEST_COMMENT); at--) {
    if (file.readUInt32LE(at) === END)
      return sumOf(file, file.readUInt32LE(at + 16), file.readUInt16LE(at + 10));
  }
  return null;
}

function sumOf(file: Buffer, start: number, entries: number): number | null {
  let at = start;
  let sum = 0;
  for (let n = 0; n < entries; n++) {
    if (at + 46 > file.length || file.readUInt32LE(at) !== ENTRY) return null;
    sum += file.readUInt32LE(at + 24);
    at += 46 + file.readUInt16LE(at + 28) + file.readUInt16LE(at + 30) + file.readUInt16LE(at + 32);
  }
  return sum;
}
