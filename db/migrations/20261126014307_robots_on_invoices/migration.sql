ALTER TABLE "process_run" RENAME COLUMN "stage_id" TO "place";--> statement-breakpoint
ALTER TABLE "process_definition" DROP CONSTRAINT "process_definition_stage";--> statement-breakpoint
DROP INDEX "robot_organization_id_stage_id_position_index";--> statement-breakpoint
ALTER TABLE "process_definition" ADD COLUMN "place" text;--> statement-breakpoint
ALTER TABLE "robot" ADD COLUMN "place" text;--> statement-breakpoint
-- The owner sees every organization's rows while a policy is not forced on it; security.sql forces it again.
ALTER TABLE "process_definition" NO FORCE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "robot" NO FORCE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "pipeline" NO FORCE ROW LEVEL SECURITY;--> statement-breakpoint
UPDATE "process_definition" SET "place" = "stage_id"::text;--> statement-breakpoint
UPDATE "robot" SET "place" = "stage_id"::text;--> statement-breakpoint
-- Pipelines of invoices could be made, and no invoice ever stood in one: invoices have statuses.
DELETE FROM "pipeline" WHERE "entity" = 'invoice';--> statement-breakpoint
ALTER TABLE "process_definition" ALTER COLUMN "place" SET NOT NULL;--> statement-breakpoint
ALTER TABLE "robot" ALTER COLUMN "place" SET NOT NULL;--> statement-breakpoint
ALTER TABLE "invoice" ADD COLUMN "status_since" timestamp(3) with time zone DEFAULT now() NOT NULL;--> statement-breakpoint
ALTER TABLE "process_definition" ALTER COLUMN "stage_id" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "process_run" ALTER COLUMN "place" SET DATA TYPE text USING "place"::text;--> statement-breakpoint
ALTER TABLE "robot" ALTER COLUMN "pipeline_id" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "robot" ALTER COLUMN "stage_id" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "process_definition" ADD CONSTRAINT "process_definition_place" UNIQUE("organization_id","kind","place");--> statement-breakpoint
CREATE INDEX "robot_place" ON "robot" ("organization_id","place","position");--> statement-breakpoint
ALTER TABLE "process_definition" ADD CONSTRAINT "process_definition_organization_id_organization_id_fkey" FOREIGN KEY ("organization_id") REFERENCES "organization"("id") ON DELETE CASCADE;--> statement-breakpoint
ALTER TABLE "robot" ADD CONSTRAINT "robot_organization_id_organization_id_fkey" FOREIGN KEY ("organization_id") REFERENCES "organization"("id") ON DELETE CASCADE;--> statement-breakpoint
ALTER TABLE "process_definition" ADD CONSTRAINT "process_definition_place_known" CHECK (coalesce("place" = "stage_id"::text, "place" ~ '^[a-z_]+:[a-z_]+$'));--> statement-breakpoint
ALTER TABLE "robot" ADD CONSTRAINT "robot_stands" CHECK (("stage_id" is null) = ("pipeline_id" is null));--> statement-breakpoint
ALTER TABLE "robot" ADD CONSTRAINT "robot_place_known" CHECK (coalesce("place" = "stage_id"::text, "place" ~ '^[a-z_]+:[a-z_]+$'));--> statement-breakpoint
ALTER TABLE "pipeline" DROP CONSTRAINT "pipeline_entity", ADD CONSTRAINT "pipeline_entity" CHECK ("entity" in ('deal','lead'));