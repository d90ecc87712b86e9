import { FunctionsScreen } from "@/components/ops/functions-screen";
import { operatorOrNotFound } from "../operator";

/** The registered functions and what starts them. */
export default async function FunctionsPage() {
  await operatorOrNotFound();
  return <FunctionsScreen />;
}
