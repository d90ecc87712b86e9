import { redirect } from "next/navigation";

/** A product is shown over the catalogue. */
export default async function Page({ params }: { params: Promise<{ organization: string; id: string }> }) {
  const { organization, id } = await params;
  redirect(`/${organization}/products?product=${encodeURIComponent(id)}`);
}
