const megabyte = 1024 * 1024;
const usualMegabytes = 50;

/** The largest file taken, in megabytes: FILE_MAX_MB, or 50. */
export function maxMegabytes(): number {
  return positive(process.env.FILE_MAX_MB) ?? usualMegabytes;
}

/** The same in bytes. */
export function maxBytes(): number {
  return maxMegabytes() * megabyte;
}

/** What all files of an organization may take, in bytes: FILE_QUOTA_MB; null: as much as there is room for. */
export function quotaBytes(): number | null {
  const megabytes = positive(process.env.FILE_QUOTA_MB);
  return megabytes === null ? null : megabytes * megabyte;
}

function positive(text: string | undefined): number | null {
  const value = Number(text);
  return text && Number.isFinite(value) && value > 0 ? value : null;
}
