import { redirect } from "next/navigation";

/** Records of lists have no page of their own all together: their lists are shown instead. */
export default async function Page({ params }: { params: Promise<{ organization: string }> }) {
  redirect(`/${(await params).organization}/lists`);
}
