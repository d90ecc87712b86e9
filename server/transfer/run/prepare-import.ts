import { saveCategory } from "@/server/crm/products";
import { createTag } from "@/server/crm/tags";
import { createCustomField, customFields, forgetFields, updateCustomField } from "@/server/fields";
import { mostChoices } from "@/server/fields/contract";
import { createSource, createStage, listPipelines, saveLossReason } from "@/server/pipelines";
import { type Context, inOrganization, isStaged, joining, type Transaction } from "@/server/platform";
import type { ImportMade, Mapping } from "../contract";
import { type Job, lockJob, setJob } from "../jobs/job-rows";
import { inPipeline } from "../values/stages";

/**
 * Makes what the rows need and the workspace lacks: fields, choices, stages, sources, loss reasons. Done once; from then
 * on the mapping names what was made. @returns whether there is anything to import
 */
export async function prepareImport(ctx: Context, { importId }: { importId: string }): Promise<boolean> {
  return inOrganization(ctx, async (tx) => {
    const job = await lockJob(tx, ctx, importId);
    if (job.status !== "running") return false;
    if (job.startedAt) return true;
    const inside = joining(ctx, tx);
    const made = {
      fields: [],
      stages: [],
      sources: [],
      lossReasons: [],
      categories: [],
      tags: [],
    } as Required<ImportMade>;
    const mapping = await withFields(tx, inside, job, made);
    await addChoices(tx, inside, job, mapping);
    for (const name of wanted(job, "stageId")) made.stages.push(await addStage(inside, job, name));
    for (const name of wanted(job, "sourceId")) made.sources.push((await createSource(inside, { name })).id);
    for (const name of wanted(job, "categoryId"))
      made.categories.push((await saveCategory(inside, { name })).id);
    for (const name of wanted(job, "tags")) made.tags.push((await createTag(inside, { name })).id);
    for (const name of wanted(job, "lossReasonId"))
      made.lossReasons.push((await saveLossReason(inside, { name, class: "real" })).id);
    // What is missing still was not in the trial run: a row that names it is refused.
    const settled = mapping.map((one) =>
      one.onUnknown === "create" ? { ...one, onUnknown: "refuse" as const } : one,
    );
    await setJob(tx, ctx, importId, { made, mapping: settled, startedAt: ctx.now() });
    return true;
  });
}

function wanted(job: Job, field: string): string[] {
  return Object.keys(job.check?.create[field] ?? {});
}

async function withFields(tx: Transaction, ctx: Context, job: Job, made: ImportMade): Promise<Mapping> {
  const mapping: Mapping = [];
  for (const { create, ...column } of job.mapping) {
    if (!create) {
      mapping.push(column);
      continue;
    }
    const isList = create.type === "list" || create.type === "multi_list";
    const names = wanted(job, column.field);
    const field = await createCustomField(ctx, {
      entity: job.entity,
      listId: job.listId,
      type: create.type,
      label: create.label,
      options: isList ? { choices: (names.length > 0 ? names : ["—"]).map((name) => ({ name })) } : {},
    });
    made.fields.push(field.id);
    mapping.push({ ...column, field: field.key });
  }
  forgetFields(tx);
  return mapping;
}

/** Adds to lists there are what their columns name besides. */
async function addChoices(tx: Transaction, ctx: Context, job: Job, mapping: Mapping): Promise<void> {
  const fields = await customFields(ctx, tx);
  for (const { field: key, onUnknown } of mapping) {
    const names = onUnknown === "create" ? wanted(job, key) : [];
    const field = fields.find(
      (one) => one.entity === job.entity && one.key === key && (one.listId ?? job.listId) === job.listId,
    );
    if (!field || names.length === 0 || !job.mapping.some((one) => one.field === key)) continue;
    const kept = (field.options.choices ?? [])
      .filter((choice) => !choice.archived)
      .map(({ id, name, colour }) => ({ id, name, ...(colour && { colour }) }));
    // Somebody may have added choices since the trial run.
    await updateCustomField(ctx, {
      fieldId: field.id,
      changes: { options: { choices: [...kept, ...names.map((name) => ({ name }))].slice(0, mostChoices) } },
    });
  }
}

async function addStage(ctx: Context, job: Job, text: string): Promise<string> {
  const pipelines = isStaged(job.entity) ? await listPipelines(ctx, { entity: job.entity }) : [];
  // The only pipeline is not named, and an arrow is the stage's own.
  const named =
    pipelines.length > 1 ? pipelines.find((one) => text.startsWith(`${one.name}${inPipeline}`)) : undefined;
  const name = named ? text.slice(named.name.length + inPipeline.length) : text;
  const chosen = pipelines.find((one) => one.stages.some((stage) => stage.id === job.options.stageId));
  const pipeline = named ?? chosen ?? pipelines[0];
  const open = (pipeline?.stages ?? []).filter((stage) => stage.outcome === "open");
  const { id } = await createStage(ctx, {
    pipelineId: pipeline?.id ?? "",
    name,
    colour: "slate",
    outcome: "open",
    requiredFields: [],
    afterId: open.at(-1)?.id ?? null,
  });
  return id;
}
