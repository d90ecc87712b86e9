import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { Invitations } from "@/components/members/invitations";
import { MemberList } from "@/components/members/member-list";
import { RoleTable } from "@/components/members/role-table";
import { Teams } from "@/components/members/teams";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("settings"))("tabs.members") };
}

export default function Page() {
  return (
    <>
      <MemberList />
      <Invitations />
      <Teams />
      <RoleTable />
    </>
  );
}
