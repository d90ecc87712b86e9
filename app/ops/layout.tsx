import type { Metadata } from "next";
import { cookies } from "next/headers";
import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { OpsFrame } from "@/components/ops/ops-frame";
import { sidebarCookie } from "@/components/shell/sidebar-cookie";
import { operableExecutor } from "@/inngest/operations";
import { operatorOrNotFound } from "./operator";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("ops");
  return { title: t("title"), robots: { index: false } };
}

/** Lets operators in; to everybody else these pages do not exist. */
export default async function OpsLayout({ children }: { children: ReactNode }) {
  const { id, name, email } = await operatorOrNotFound();
  return (
    <OpsFrame
      operator={{ id, name, email }}
      engine={operableExecutor() ? "local" : "inngest"}
      collapsed={(await cookies()).get(sidebarCookie)?.value === "collapsed"}
    >
      {children}
    </OpsFrame>
  );
}
