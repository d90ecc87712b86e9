CREATE TABLE "bulk_item" (
	"organization_id" uuid,
	"id" uuid,
	"job_id" uuid,
	"place" integer NOT NULL,
	"state" text NOT NULL,
	"before" jsonb,
	"version" integer,
	"refusal" text,
	CONSTRAINT "bulk_item_pkey" PRIMARY KEY("organization_id","job_id","id"),
	CONSTRAINT "bulk_item_state" CHECK ("state" in ('waiting','done','refused','undone','kept'))
);
--> statement-breakpoint
CREATE TABLE "bulk_job" (
	"organization_id" uuid,
	"id" uuid,
	"member_id" uuid NOT NULL,
	"entity" text NOT NULL,
	"action" text NOT NULL,
	"params" jsonb NOT NULL,
	"state" text NOT NULL,
	"total" integer NOT NULL,
	"done" integer DEFAULT 0 NOT NULL,
	"refused" integer DEFAULT 0 NOT NULL,
	"undone" integer DEFAULT 0 NOT NULL,
	"kept" integer DEFAULT 0 NOT NULL,
	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
	"finished_at" timestamp(3) with time zone,
	CONSTRAINT "bulk_job_pkey" PRIMARY KEY("organization_id","id"),
	CONSTRAINT "bulk_job_state" CHECK ("state" in ('running','done','cancelled','undoing','undone','failed'))
);
--> statement-breakpoint
CREATE TABLE "default_view" (
	"organization_id" uuid,
	"id" uuid,
	"entity" text,
	"view_id" uuid NOT NULL,
	CONSTRAINT "default_view_pkey" PRIMARY KEY("organization_id","id","entity")
);
--> statement-breakpoint
CREATE TABLE "saved_view" (
	"organization_id" uuid,
	"id" uuid,
	"entity" text NOT NULL,
	"name" text NOT NULL,
	"filter" jsonb,
	"columns" jsonb,
	"sort" jsonb,
	"group_by" text,
	"shared" boolean DEFAULT false NOT NULL,
	"owner_id" uuid NOT NULL,
	"position" text collate "C" NOT NULL,
	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "saved_view_pkey" PRIMARY KEY("organization_id","id")
);
--> statement-breakpoint
CREATE INDEX "bulk_item_waiting" ON "bulk_item" ("organization_id","job_id","state","place");--> statement-breakpoint
CREATE INDEX "bulk_item_record" ON "bulk_item" ("organization_id","id");--> statement-breakpoint
CREATE INDEX "bulk_job_member" ON "bulk_job" ("organization_id","member_id","created_at");--> statement-breakpoint
CREATE INDEX "default_view_view" ON "default_view" ("organization_id","view_id");--> statement-breakpoint
CREATE INDEX "saved_view_entity" ON "saved_view" ("organization_id","entity","position","id");--> statement-breakpoint
ALTER TABLE "bulk_item" ADD CONSTRAINT "bulk_item_rBG71thLTPAP_fkey" FOREIGN KEY ("organization_id","job_id") REFERENCES "bulk_job"("organization_id","id") ON DELETE CASCADE;--> statement-breakpoint
ALTER TABLE "bulk_item" ADD CONSTRAINT "bulk_item_organization_id_id_record_organization_id_id_fkey" FOREIGN KEY ("organization_id","id") REFERENCES "record"("organization_id","id") ON DELETE CASCADE;--> statement-breakpoint
ALTER TABLE "bulk_job" ADD CONSTRAINT "bulk_job_VwjTsCoguKIw_fkey" FOREIGN KEY ("organization_id","member_id") REFERENCES "member"("organization_id","id") ON DELETE CASCADE;--> statement-breakpoint
ALTER TABLE "default_view" ADD CONSTRAINT "default_view_organization_id_id_member_organization_id_id_fkey" FOREIGN KEY ("organization_id","id") REFERENCES "member"("organization_id","id") ON DELETE CASCADE;--> statement-breakpoint
ALTER TABLE "default_view" ADD CONSTRAINT "default_view_xPDiilxhN7ev_fkey" FOREIGN KEY ("organization_id","view_id") REFERENCES "saved_view"("organization_id","id") ON DELETE CASCADE;--> statement-breakpoint
ALTER TABLE "saved_view" ADD CONSTRAINT "saved_view_nA7kEQaaQ7WM_fkey" FOREIGN KEY ("organization_id","owner_id") REFERENCES "member"("organization_id","id") ON DELETE CASCADE;