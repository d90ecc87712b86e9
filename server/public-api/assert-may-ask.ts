import { catalog } from "@/server/fields";
import { type Filter, leavesOf } from "@/server/filter";
import { authorize, type Context, type Entity, inOrganization } from "@/server/platform";

/**
 * A filter may lead through links: `contactId.email` asks about contacts, so the key must be allowed to see them.
 * @throws FORBIDDEN
 */
export async function assertMayAsk(ctx: Context, entity: Entity, filter: Filter | undefined): Promise<void> {
  const paths = filter ? leavesOf(filter).map((leaf) => leaf.field.split(".")) : [];
  const linked = paths.filter((path) => path.length > 1);
  if (linked.length === 0) return;
  await inOrganization(ctx, async (tx) => {
    for (const path of linked) {
      let at = entity;
      for (const key of path.slice(0, -1)) {
        const field = (await catalog(ctx, tx, at)).find((one) => one.key === key);
        // The filter itself is refused for a path that leads nowhere.
        if (!field?.linksTo) break;
        at = field.linksTo;
        authorize(ctx, `${at}.view`);
      }
    }
  });
}
