import { randomBytes } from "node:crypto";
import { eq } from "drizzle-orm";
import { getDatabase } from "@/db/client";
import * as authTables from "@/db/schema/auth";
import { member } from "@/db/schema/identity";
import { event } from "@/db/schema/platform";
import { createOrganization, memberContext, type User, workplaceOf } from "@/server/identity";
import { setUpPipeline } from "@/server/pipelines";
import { asWorker, type Context, invariant, newId, type Role } from "@/server/platform";

export type Workspace = {
  slug: string;
  owner: Context;
  pipelineId: string;
  stages: { fresh: string; work: string; won: string; lost: string };
  leadPipelineId: string;
  leadStages: { fresh: string; work: string; qualified: string; lost: string };
  sourceId: string;
};

/** A person with a confirmed address. */
export async function makeUser(name = "Anna"): Promise<User> {
  const id = newId();
  const email = `${name.toLowerCase()}-${randomBytes(4).toString("hex")}@example.com`;
  await getDatabase().insert(authTables.user).values({ id, name, email, emailVerified: true });
  return { id, name, email, emailVerified: true, language: "en" };
}

/** A workspace with a pipeline of deals (New, In work, Won, Lost) and one of leads. */
export async function makeWorkspace(name = "Acme"): Promise<Workspace> {
  const user = await makeUser();
  const { slug } = await createOrganization(user, {
    name,
    timeZone: "Europe/Berlin",
    currency: "EUR",
    language: "en",
  });
  const place = await workplaceOf(user.id, slug);
  invariant(place, "the owner's place");
  const owner = memberContext(place, user);
  const { pipelineId, stageIds, sourceIds } = await setUpPipeline(owner, {
    name: "Sales",
    stages: [
      { name: "New", colour: "sky", outcome: "open", requiredFields: [] },
      { name: "In work", colour: "amber", outcome: "open", requiredFields: [] },
      { name: "Won", colour: "green", outcome: "won", requiredFields: [] },
      { name: "Lost", colour: "rose", outcome: "lost", requiredFields: [] },
    ],
    lossReasons: [
      { name: "Too expensive", class: "real" },
      { name: "Duplicate", class: "technical", leadKind: "duplicate" },
    ],
    sources: ["Website"],
  });
  const leads = await setUpPipeline(owner, {
    entity: "lead",
    name: "Leads",
    stages: [
      { name: "New", colour: "sky", outcome: "open", requiredFields: [] },
      { name: "In work", colour: "amber", outcome: "open", requiredFields: [] },
      { name: "Qualified", colour: "green", outcome: "won", requiredFields: [] },
      { name: "Disqualified", colour: "rose", outcome: "lost", requiredFields: [] },
    ],
  });
  const [fresh = "", work = "", won = "", lost = ""] = stageIds;
  const [firstLead = "", workedLead = "", qualified = "", lostLead = ""] = leads.stageIds;
  return {
    ...{ slug, owner, pipelineId },
    stages: { fresh, work, won, lost },
    leadPipelineId: leads.pipelineId,
    leadStages: { fresh: firstLead, work: workedLead, qualified, lost: lostLead },
    sourceId: sourceIds[0] ?? "",
  };
}

/** Another member of the workspace. */
export async function makeMember(workspace: Workspace, role: Role, name = "Boris"): Promise<Context> {
  const user = await makeUser(name);
  await asWorker((tx) =>
    tx.insert(member).values({
      organizationId: workspace.owner.organizationId,
      id: newId(),
      userId: user.id,
      role,
      name,
      email: user.email,
    }),
  );
  const place = await workplaceOf(user.id, workspace.slug);
  invariant(place, "the member's place");
  return memberContext(place, user);
}

/** Names of the events recorded about a record, oldest first. */
export async function eventsOf(recordId: string): Promise<string[]> {
  const rows = await asWorker((tx) =>
    tx.select({ name: event.name }).from(event).where(eq(event.recordId, recordId)).orderBy(event.id),
  );
  return rows.map((row) => row.name);
}
