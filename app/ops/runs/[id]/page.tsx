import { RunScreen } from "@/components/ops/run-screen";
import { operatorOrNotFound } from "../../operator";

type Params = { params: Promise<{ id: string }> };

/** One run with its steps. */
export default async function RunPage({ params }: Params) {
  await operatorOrNotFound();
  return <RunScreen id={(await params).id} />;
}
