DROP INDEX "deal_owner";--> statement-breakpoint
CREATE INDEX "deal_owner" ON "deal" ("organization_id","owner_id","pipeline_id","stage_id","position","id") WHERE deleted_at is null;