import { openApiDocument } from "@/server/public-api";

/** The description of the REST API, for people and for programs that make clients of it; `?language=ru` for Russian. */
export function GET(request: Request): Response {
  const language = new URL(request.url).searchParams.get("language") === "ru" ? "ru" : "en";
  return Response.json(openApiDocument(language), {
    headers: { "cache-control": "public, max-age=300", "access-control-allow-origin": "*" },
  });
}
