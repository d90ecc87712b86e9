import type { Pointer, PointersTo } from "@/server/crm/records/contract";
import { catalog } from "@/server/fields";
import { authorize, type Context, inOrganization, may } from "@/server/platform";
import { recordTypes } from "./types";

/** Fields that hold records of a kind and can be filtered by: Pult's own, then the organization's. @throws FORBIDDEN */
export async function pointersTo(ctx: Context, { entity: target }: PointersTo): Promise<Pointer[]> {
  authorize(ctx, `${target}.view`);
  const seen = recordTypes.filter(({ entity }) => !ctx.member || may(ctx.member, `${entity}.view`));
  return inOrganization(ctx, async (tx) => {
    const found: Pointer[] = [];
    for (const { entity } of seen) {
      for (const { key, label, type, linksTo, filterable, custom } of await catalog(ctx, tx, entity)) {
        if (type !== "link" || linksTo !== target || !filterable) continue;
        found.push({ entity, field: key, label: custom ? label : null, listId: custom?.listId ?? null });
      }
    }
    return found.toSorted((a, b) => Number(a.label !== null) - Number(b.label !== null));
  });
}
