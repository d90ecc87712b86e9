import { z } from "zod";
import { addComment, editComment, removeComment } from "@/server/crm/comments";
import { AddComment, EditComment } from "@/server/crm/comments/contract";
import { type AnyRecordType, getRecord } from "@/server/crm/registry";
import { plurals } from "../contract";
import { type ApiOperation, defineOperation } from "../define-operation";
import { pascal } from "../schemas";

const group = "comments";

/** Comments on a record; they are read in its timeline. */
export function recordComments({ entity }: AnyRecordType): ApiOperation[] {
  return [
    defineOperation({
      ...{
        id: `commentOn${pascal(entity)}`,
        method: "POST",
        path: `/${plurals[entity]}/{id}/comments`,
        group,
      },
      summary: { en: "Comment on a record", ru: "Оставить комментарий" },
      scope: "comments:write",
      body: AddComment.omit({ recordId: true }),
      output: z.object({ id: z.uuid() }),
      status: 201,
      async verb(ctx, { params: { id = "" }, body }) {
        await getRecord(ctx, { entity, id });
        return addComment(ctx, { ...body, recordId: id });
      },
    }),
  ];
}

export const commentOperations = [
  defineOperation({
    ...{ id: "editComment", method: "PATCH", path: "/comments/{id}", group, scope: "comments:write" },
    summary: { en: "Say one’s own comment anew", ru: "Изменить свой комментарий" },
    body: EditComment.omit({ commentId: true }),
    output: null,
    verb: (ctx, { params: { id = "" }, body }) => editComment(ctx, { ...body, commentId: id }),
  }),
  defineOperation({
    ...{ id: "removeComment", method: "DELETE", path: "/comments/{id}", group, scope: "comments:write" },
    summary: { en: "Remove a comment", ru: "Удалить комментарий" },
    output: null,
    verb: (ctx, { params: { id = "" } }) => removeComment(ctx, { commentId: id }),
  }),
];
