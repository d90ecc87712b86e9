import type { ContactPointInput } from "./contract";

type Reached = {
  phone?: string | null | undefined;
  email?: string | null | undefined;
  points?: readonly ContactPointInput[] | undefined;
};

/** The points of a new person or organisation, and the first phone and email among them, which its row repeats. */
export function reachedBy({ phone, email, points }: Reached) {
  const given: readonly ContactPointInput[] = points ?? [
    ...(phone ? [{ kind: "phone" as const, value: phone }] : []),
    ...(email ? [{ kind: "email" as const, value: email }] : []),
  ];
  const first = (kind: ContactPointInput["kind"]) => given.find((one) => one.kind === kind)?.value ?? null;
  return { points: given, phone: first("phone"), email: first("email") };
}
