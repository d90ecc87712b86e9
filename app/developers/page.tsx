import type { Metadata } from "next";
import { headers } from "next/headers";
import { getLocale, getTranslations } from "next-intl/server";
import { DocsPage } from "@/components/developers/docs-page";
import type { ApiDocument } from "@/components/developers/document";
import { isSignedIn } from "@/server/identity";
import { openApiDocument } from "@/server/public-api";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("integrations.docs"))("title") };
}

export default async function Page() {
  const language = (await getLocale()) === "ru" ? "ru" : "en";
  // The page reads those parts of the document that our generator always makes.
  const document = openApiDocument(language) as unknown as ApiDocument;
  return <DocsPage document={document} language={language} signedIn={await isSignedIn(await headers())} />;
}
