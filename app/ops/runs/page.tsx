import { RunsScreen } from "@/components/ops/runs-screen";
import { operatorOrNotFound } from "../operator";

/** All runs, with their filters in the address. */
export default async function RunsPage() {
  await operatorOrNotFound();
  return <RunsScreen />;
}
