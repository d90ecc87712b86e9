import { headers } from "next/headers";
import { notFound } from "next/navigation";
import { cache } from "react";
import { currentOperator, type Operator } from "@/server/operations";

/** The operator who asks for this page, once a request; everybody else is told that there is none. */
export const operatorOrNotFound = cache(async (): Promise<Operator> => {
  const operator = await currentOperator(await headers());
  if (!operator) notFound();
  return operator;
});
