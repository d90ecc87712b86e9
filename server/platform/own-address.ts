const local = /^(localhost|.+\.localhost)$/i;
const ipLiteral = /^(\d{1,3}(\.\d{1,3}){3}|\[[\da-f:.]+\])$/i;

/**
 * Whether a server known as `appUrl` answers to this Host header. A server for one's own machine does not answer
 * to a stranger's name: a page whose name was pointed at 127.0.0.1 would otherwise read what needs no sign-in. An
 * address in figures has no name to point. A server with a public name leaves names to its proxy.
 */
export function isOwnHost(host: string | null, appUrl: string): boolean {
  const own = new URL(appUrl).hostname;
  if (!local.test(own) && !ipLiteral.test(own)) return true;
  const asked = (host ?? "").replace(/:\d+$/, "");
  return asked === own || local.test(asked) || ipLiteral.test(asked);
}

/** Whether a page of ours sent this, or no page at all: a browser names the page's address in Origin. */
export function isOwnOrigin(headers: Headers, appUrl: string): boolean {
  const origin = headers.get("origin");
  if (origin === null) return true;
  if (!URL.canParse(origin)) return false;
  return origin === new URL(appUrl).origin || new URL(origin).host === headers.get("host");
}
