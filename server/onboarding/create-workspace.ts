import {
  createOrganization,
  memberContext,
  type Organization,
  type User,
  workplaceOf,
} from "@/server/identity";
import { setUpPipeline } from "@/server/pipelines";
import { type Context, invariant } from "@/server/platform";
import type { CreateWorkspace } from "./contract";
import { installRobots } from "./install-robots";
import { addSampleLeads, addSamples } from "./samples";
import { speaking } from "./speaking";
import type { Both, StageTemplate } from "./template";
import { templates } from "./templates";
import { leads } from "./templates/common";

/** A workspace ready to work in: the industry's pipeline, robots and loss reasons, and samples when asked for. */
export async function createWorkspace(user: User, input: CreateWorkspace): Promise<{ slug: string }> {
  const { industry, sampleData, ...organization } = input;
  const created = await createOrganization(user, organization);
  const ctx = await ownContext(user, created);
  const template = templates[industry];
  const say = speaking(input.language);
  const laidOut = await setUpPipeline(ctx, {
    name: say(template.pipeline),
    stages: stagesOf(template, say),
    lossReasons: template.lossReasons.map((reason) => ({ ...reason, name: say(reason.name) })),
    sources: template.sources.map(say),
  });
  const enquiries = await setUpPipeline(ctx, {
    entity: "lead",
    name: say(leads.pipeline),
    stages: stagesOf(leads, say),
  });
  await installRobots(ctx, template, laidOut, say);
  await installRobots(ctx, leads, enquiries, say);
  if (sampleData) {
    await addSamples(ctx, template, laidOut, say);
    await addSampleLeads(ctx, leads, { ...enquiries, sourceIds: laidOut.sourceIds }, say);
  }
  return { slug: created.slug };
}

function stagesOf({ stages }: { stages: readonly StageTemplate[] }, say: (text: Both) => string) {
  return stages.map(({ name, colour, outcome, requires }) => ({
    name: say(name),
    colour,
    outcome: outcome ?? ("open" as const),
    requiredFields: [...(requires ?? [])],
  }));
}

async function ownContext(user: User, organization: Organization): Promise<Context> {
  const place = await workplaceOf(user.id, organization.slug);
  invariant(place, "a new workspace has its owner");
  return memberContext(place, user);
}
