import { z } from "zod";
import * as pipelines from "@/server/pipelines";
import * as contract from "@/server/pipelines/contract";
import { stagedEntities } from "@/server/platform";
import { defineOperation } from "../define-operation";
import { list } from "../schemas";

const group = "pipelines";

const StageSchema = z
  .object({
    id: z.uuid(),
    pipelineId: z.uuid(),
    name: z.string(),
    colour: z.string(),
    position: z.string(),
    outcome: z.enum(["open", "won", "lost"]),
    requiredFields: z.array(z.string()),
  })
  .meta({ id: "Stage" });

const PipelineSchema = z
  .object({ id: z.uuid(), entity: z.enum(stagedEntities), name: z.string(), stages: z.array(StageSchema) })
  .meta({ id: "Pipeline" });

const named = z.object({ id: z.uuid(), name: z.string() });
const write = "pipelines:write";
const read = "pipelines:read";

export const pipelineOperations = [
  defineOperation({
    ...{ id: "listPipelines", method: "GET", path: "/pipelines", group, scope: read },
    summary: { en: "Pipelines with their stages", ru: "Воронки со стадиями" },
    output: list(PipelineSchema),
    query: z.strictObject({ entity: z.enum(stagedEntities).optional() }),
    verb: async (ctx, { query }) => ({ items: await pipelines.listPipelines(ctx, query) }),
  }),
  defineOperation({
    ...{ id: "createPipeline", method: "POST", path: "/pipelines", group, scope: write },
    summary: { en: "Create a pipeline", ru: "Создать воронку" },
    body: contract.CreatePipeline,
    output: z.object({ id: z.uuid() }),
    status: 201,
    verb: (ctx, { body }) => pipelines.createPipeline(ctx, body),
  }),
  defineOperation({
    ...{ id: "renamePipeline", method: "PATCH", path: "/pipelines/{id}", group, scope: write },
    summary: { en: "Rename a pipeline", ru: "Переименовать воронку" },
    body: contract.RenamePipeline.omit({ pipelineId: true }),
    output: null,
    verb: (ctx, { params: { id = "" }, body }) => pipelines.renamePipeline(ctx, { ...body, pipelineId: id }),
  }),
  defineOperation({
    ...{ id: "removePipeline", method: "DELETE", path: "/pipelines/{id}", group, scope: write },
    summary: { en: "Remove an empty pipeline", ru: "Удалить пустую воронку" },
    output: null,
    verb: (ctx, { params: { id = "" } }) => pipelines.removePipeline(ctx, { pipelineId: id }),
  }),
  defineOperation({
    ...{ id: "createStage", method: "POST", path: "/pipelines/{id}/stages", group, scope: write },
    summary: { en: "Add a stage", ru: "Добавить стадию" },
    body: contract.CreateStage.omit({ pipelineId: true }),
    output: z.object({ id: z.uuid() }),
    status: 201,
    verb: (ctx, { params: { id = "" }, body }) => pipelines.createStage(ctx, { ...body, pipelineId: id }),
  }),
  defineOperation({
    ...{ id: "updateStage", method: "PATCH", path: "/stages/{id}", group, scope: write },
    summary: { en: "Change a stage", ru: "Изменить стадию" },
    body: contract.UpdateStage.shape.changes,
    output: null,
    verb: (ctx, { params: { id = "" }, body }) => pipelines.updateStage(ctx, { stageId: id, changes: body }),
  }),
  defineOperation({
    ...{ id: "moveStage", method: "POST", path: "/stages/{id}/move", group, scope: write },
    summary: { en: "Put a stage after another", ru: "Переставить стадию" },
    body: contract.MoveStage.omit({ stageId: true }),
    output: null,
    verb: (ctx, { params: { id = "" }, body }) => pipelines.moveStage(ctx, { ...body, stageId: id }),
  }),
  defineOperation({
    ...{ id: "removeStage", method: "DELETE", path: "/stages/{id}", group, scope: write },
    summary: { en: "Remove an empty stage", ru: "Удалить пустую стадию" },
    output: null,
    verb: (ctx, { params: { id = "" } }) => pipelines.removeStage(ctx, { stageId: id }),
  }),
  defineOperation({
    ...{ id: "listSources", method: "GET", path: "/sources", group, scope: read },
    summary: { en: "Sources of enquiries", ru: "Источники" },
    output: list(named),
    verb: async (ctx) => ({ items: await pipelines.listSources(ctx) }),
  }),
  defineOperation({
    ...{ id: "listLossReasons", method: "GET", path: "/loss-reasons", group, scope: read },
    summary: { en: "Loss reasons", ru: "Причины отказа" },
    output: list(named.extend({ class: z.enum(["real", "technical"]) })),
    verb: async (ctx) => ({ items: await pipelines.listLossReasons(ctx) }),
  }),
];
