import { cookies, headers } from "next/headers";
import { notFound, redirect } from "next/navigation";
import type { ReactNode } from "react";
import { VerifyBanner } from "@/components/auth/verify-banner";
import { sidebarCookie } from "@/components/shell/sidebar-cookie";
import { WorkspaceFrame } from "@/components/workspace/workspace-frame";
import { currentUser, workplaceOf } from "@/server/identity";
import { isOperator } from "@/server/operations";
import { may, operations } from "@/server/platform";

type LayoutProps = { params: Promise<{ organization: string }>; children: ReactNode };

/** Lets members of the workspace in; to everybody else signed in it does not exist. */
export default async function WorkspaceLayout({ params, children }: LayoutProps) {
  const { organization: slug } = await params;
  const sent = await headers();
  const user = await currentUser(sent);
  if (!user) redirect(`/sign-in?next=${encodeURIComponent(sent.get("x-path") ?? `/${slug}`)}`);
  const place = await workplaceOf(user.id, slug);
  if (!place) notFound();
  const { organization, membership } = place;
  return (
    <WorkspaceFrame
      collapsed={(await cookies()).get(sidebarCookie)?.value === "collapsed"}
      workspace={{
        slug,
        name: organization.name,
        timeZone: organization.timeZone,
        currency: organization.currency,
        user: { id: user.id, name: user.name, email: user.email },
        memberId: membership.id,
        operator: isOperator(user),
        may: operations.filter((operation) => may(membership, operation)),
      }}
    >
      <VerifyBanner email={user.email} emailVerified={user.emailVerified} />
      {children}
    </WorkspaceFrame>
  );
}
