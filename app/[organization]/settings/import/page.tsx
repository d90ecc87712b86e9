import { redirect } from "next/navigation";

/** Settings lead to the import's own page. */
export default async function Page({ params }: { params: Promise<{ organization: string }> }) {
  redirect(`/${(await params).organization}/import`);
}
