import { embedScript } from "@/server/webforms";

/** The script that puts a form into somebody's site. */
export function GET(): Response {
  return new Response(embedScript(), {
    headers: {
      "content-type": "text/javascript; charset=utf-8",
      "cache-control": "public, max-age=3600",
      "cross-origin-resource-policy": "cross-origin",
    },
  });
}
