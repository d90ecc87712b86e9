"use client";

import { createContext, type ReactNode, use } from "react";

const StatusContext = createContext<ReactNode>(null);

/** Hands what the shell knows down to the page's header. */
export function ShellSlots({ status, children }: { status: ReactNode; children: ReactNode }) {
  return <StatusContext value={status}>{children}</StatusContext>;
}

/** The shell's status slot, for the page header. */
export function useShellStatus() {
  return use(StatusContext);
}
