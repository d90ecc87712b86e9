import { type NextRequest, NextResponse } from "next/server";
import { contentPolicy } from "./server/platform/content-policy";
import { isOwnHost } from "./server/platform/own-address";

/**
 * Turns away who calls this machine by a stranger's name, gives each page its content policy, and tells layouts
 * which address was asked for, so that signing in leads back to it. It decides nothing else.
 */
export function proxy(request: NextRequest): NextResponse {
  if (!isOwnHost(request.headers.get("host"), process.env.APP_URL ?? "http://localhost:3000"))
    return new NextResponse("This server is not known by this name. Set APP_URL to it.\n", { status: 421 });
  // A public form has a policy of its own: it may be framed by any site.
  if (/^\/(api|f)\//.test(request.nextUrl.pathname)) return NextResponse.next();

  const nonce = Buffer.from(crypto.getRandomValues(new Uint8Array(16))).toString("base64");
  const policy = contentPolicy(nonce, { development: process.env.NODE_ENV === "development" });
  const headers = new Headers(request.headers);
  headers.set("x-path", request.nextUrl.pathname + request.nextUrl.search);
  headers.set("x-nonce", nonce);
  // Next takes the nonce of its own scripts from here.
  headers.set("content-security-policy", policy);
  const response = NextResponse.next({ request: { headers } });
  response.headers.set("content-security-policy", policy);
  return response;
}

export const config = {
  matcher: [
    "/((?!api/|_next/|icon.svg).*)",
    {
      // A cookie or a key is given to our own address only: such calls, uploads too, need not pass through here.
      source: "/api/((?!health).*)",
      missing: [
        { type: "cookie", key: "pult.session_token" },
        { type: "cookie", key: "__Secure-pult.session_token" },
        { type: "header", key: "authorization" },
      ],
    },
  ],
};
