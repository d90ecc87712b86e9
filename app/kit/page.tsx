import { notFound } from "next/navigation";
import { Kit } from "./kit";

export const dynamic = "force-dynamic";

/** Every component in every state, for development only. */
export default function KitPage() {
  if (process.env.NODE_ENV !== "development" && process.env.PULT_KIT !== "1") notFound();
  return <Kit />;
}
