type Shown = { name: string; mediaType: string; inline: boolean; size: number };

/**
 * How a file is handed out: saved under its name, but for pictures and PDFs, which may be shown, as what they are by
 * their bytes and in a page where nothing runs. Nobody keeps a copy on the way.
 */
export function headersOf({ name, mediaType, inline, size }: Shown, { save }: { save: boolean }): Headers {
  const disposition = inline && !save ? "inline" : "attachment";
  return new Headers({
    "content-type": inline ? mediaType : "application/octet-stream",
    "content-length": String(size),
    "content-disposition": `${disposition}; ${nameParameters(name)}`,
    "content-security-policy": "sandbox; default-src 'none'; frame-ancestors 'self'",
    "cross-origin-resource-policy": "same-origin",
    "x-content-type-options": "nosniff",
    "cache-control": "private, no-store",
  });
}

// RFC 6266: a plain name for those who read nothing else, and the name itself in UTF-8 (RFC 8187).
function nameParameters(name: string): string {
  const plain = name.replace(/[^\x20-\x7e]|["\\%]/g, "_");
  const encoded = encodeURIComponent(name).replace(/['()*]/g, (one) => `%${one.charCodeAt(0).toString(16)}`);
  return `filename="${plain}"; filename*=UTF-8''${encoded}`;
}
