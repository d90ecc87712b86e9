/**
 * A cell's text that no spreadsheet runs as a formula: what begins like one gets an apostrophe in front, which our own
 * import takes off again. Numbers, signed ones too, are left alone.
 */
export function safeCell(text: string): string {
  if (/^[-+]?\d[\d\s\u00a0\u202f]*(?:[.,]\d+)?$/.test(text)) return text;
  return /^\s*'*[=+\-@\t\r\n|%＝＋－＠]/.test(text) ? `'${text}` : text;
}
