import type { RecordType } from "@/server/crm/records";
import { isBlank, isCustomKey } from "@/server/fields";
import { AppError, invariant } from "@/server/platform";

/** What a rule needs of the stage a record enters. */
export type Entrance = {
  name: string;
  outcome: "open" | "won" | "lost";
  requiredFields: string[];
};

type Fields = Pick<RecordType, "fields">;
type Record = { custom: { [key: string]: unknown } };

/** Required fields the record still lacks, in the stage's order. */
export function missingOnEntry(type: Fields, record: Record, stage: Entrance): string[] {
  return stage.requiredFields.filter((key) => isBlank(valueOf(type, record, key)));
}

function valueOf({ fields }: Fields, record: Record, key: string): unknown {
  if (isCustomKey(key)) return record.custom[key];
  const field = fields.find((one) => one.key === key);
  invariant(field, `${key} is a field`);
  return field.read(record);
}

/**
 * May the record enter the stage? `lossReasonId` is the one given with the move.
 * @throws REQUIRED_FIELDS naming the first missing field, LOSS_REASON_REQUIRED
 */
export function assertMayEnter(
  type: Fields,
  record: Record,
  stage: Entrance,
  lossReasonId: string | null,
): void {
  const missing = missingOnEntry(type, record, stage);
  if (missing[0]) {
    throw new AppError(
      "REQUIRED_FIELDS",
      { fields: missing.join(","), stage: stage.name },
      { field: missing[0] },
    );
  }
  if (stage.outcome === "lost" && !lossReasonId) {
    throw new AppError("LOSS_REASON_REQUIRED", { stage: stage.name }, { field: "lossReasonId" });
  }
}
