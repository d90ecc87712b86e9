import { redirect } from "next/navigation";

type Props = { params: Promise<{ organization: string }> };

export default async function Page({ params }: Props) {
  const { organization } = await params;
  redirect(`/${organization}/deals`);
}
