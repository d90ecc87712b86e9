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
import { addSamples } from "./samples";
import { speaking } from "./speaking";
import { templates } from "./templates";

/** A workspace ready to work in: the industry's pipeline, robots and loss reasons, and samples when asked for. */
export async function createWorkspace(user: User, input: CreateWorkspace): Promise<{ slug: string }> {
  const { industry, sampleData, ...organization } = input;
  const created = await createOrganization(user, organization);
  const ctx = await ownContext(user, created);
  const template = templates[industry];
  const say = speaking(input.language);
  const laidOut = await setUpPipeline(ctx, {
    name: say(template.pipeline),
    stages: template.stages.map(({ name, colour, outcome, requires }) => ({
      name: say(name),
      colour,
      outcome: outcome ?? "open",
      requiredFields: [...(requires ?? [])],
    })),
    lossReasons: template.lossReasons.map((reason) => ({ ...reason, name: say(reason.name) })),
    sources: template.sources.map(say),
  });
  await installRobots(ctx, template, laidOut, say);
  if (sampleData) await addSamples(ctx, template, laidOut, say);
  return { slug: created.slug };
}

async function ownContext(user: User, organization: Organization): Promise<Context> {
  const place = await workplaceOf(user.id, organization.slug);
  invariant(place, "a new workspace has its owner");
  return memberContext(place, user);
}
