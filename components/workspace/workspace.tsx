"use client";

import { createContext, type ReactNode, use } from "react";
import type { Operation } from "@/server/platform/permissions";

/** What every screen of a workspace knows about where it is and who looks. */
export type Workspace = {
  slug: string;
  name: string;
  timeZone: string;
  /** What new deals are counted in. */
  currency: string;
  user: { id: string; name: string; email: string };
  memberId: string;
  /** Whether this person also runs the installation. */
  operator: boolean;
  may: readonly Operation[];
};

const WorkspaceContext = createContext<Workspace | null>(null);

/** Given once by the workspace's layout. */
export function WorkspaceProvider({ value, children }: { value: Workspace; children: ReactNode }) {
  return <WorkspaceContext value={value}>{children}</WorkspaceContext>;
}

/** The workspace around. @throws outside of the workspace's layout */
export function useWorkspace(): Workspace {
  const workspace = use(WorkspaceContext);
  if (!workspace) throw new Error("useWorkspace needs the workspace's layout around it");
  return workspace;
}

/** Whether the role allows an operation at all; an assignee may always work on their own record. */
export function useMay() {
  const { may, memberId } = useWorkspace();
  return (operation: Operation, record?: { ownerId: string | null }) => {
    const own = record?.ownerId === memberId && /\.(view|edit|move)$/.test(operation);
    return own || may.includes(operation);
  };
}
