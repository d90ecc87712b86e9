import { OverviewScreen } from "@/components/ops/overview-screen";
import { operatorOrNotFound } from "./operator";

/** How the installation's work goes. */
export default async function OpsPage() {
  await operatorOrNotFound();
  return <OverviewScreen />;
}
