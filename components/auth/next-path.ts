/** The page to go on to, when it is one of ours; null for anything else, such as another site. */
export function nextPath(wanted: string | string[] | null | undefined): string | null {
  if (typeof wanted !== "string" || !wanted.startsWith("/")) return null;
  const here = "https://pult.invalid";
  if (!URL.canParse(wanted, here)) return null;
  const url = new URL(wanted, here);
  return url.origin === here ? url.pathname + url.search : null;
}

/** An address with `next`, and `email` where it is known, carried along. */
export function withNext(path: string, next: string | null, email?: string | null): string {
  const query = new URLSearchParams();
  if (next) query.set("next", next);
  if (email) query.set("email", email);
  return query.size > 0 ? `${path}?${query}` : path;
}
