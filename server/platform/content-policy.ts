/**
 * What a page may load and run: scripts by the nonce of this one answer and what those load, everything else from
 * this address. Styles stand in attributes all over, and menus and toasts write their own: inline ones are allowed.
 */
export function contentPolicy(nonce: string, { development }: { development: boolean }): string {
  const rules = {
    "default-src": "'self'",
    // React explains errors by eval while developing.
    "script-src": `'self' 'nonce-${nonce}' 'strict-dynamic'${development ? " 'unsafe-eval'" : ""}`,
    "style-src": "'self' 'unsafe-inline'",
    "img-src": "'self' blob: data:",
    "font-src": "'self' data:",
    "connect-src": development ? "'self' ws:" : "'self'",
    "object-src": "'none'",
    "base-uri": "'none'",
    "form-action": "'self'",
    "frame-ancestors": "'none'",
  };
  return Object.entries(rules)
    .map(([name, sources]) => `${name} ${sources}`)
    .join("; ");
}
