CREATE TABLE "import_batch" (
	"organization_id" uuid,
	"import_id" uuid,
	"number" integer,
	"ledger" jsonb NOT NULL,
	"done_at" timestamp(3) with time zone NOT NULL,
	"undone_at" timestamp(3) with time zone,
	CONSTRAINT "import_batch_pkey" PRIMARY KEY("organization_id","import_id","number")
);
--> statement-breakpoint
CREATE TABLE "import_chunk" (
	"organization_id" uuid,
	"import_id" uuid,
	"number" integer,
	"rows" integer NOT NULL,
	"content" bytea NOT NULL,
	CONSTRAINT "import_chunk_pkey" PRIMARY KEY("organization_id","import_id","number")
);
--> statement-breakpoint
CREATE TABLE "import_job" (
	"organization_id" uuid,
	"id" uuid,
	"entity" text NOT NULL,
	"file_name" text NOT NULL,
	"file_kind" text NOT NULL,
	"size" integer NOT NULL,
	"status" text NOT NULL,
	"revision" integer DEFAULT 1 NOT NULL,
	"reading" jsonb NOT NULL,
	"unpacked_by" text,
	"mapping" jsonb NOT NULL,
	"options" jsonb NOT NULL,
	"check" jsonb,
	"counts" jsonb NOT NULL,
	"made" jsonb NOT NULL,
	"fault" jsonb,
	"language" text NOT NULL,
	"member_id" uuid NOT NULL,
	"started_at" timestamp(3) with time zone,
	"finished_at" timestamp(3) with time zone,
	"undone_at" timestamp(3) with time zone,
	"files_removed_at" timestamp(3) with time zone,
	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "import_job_pkey" PRIMARY KEY("organization_id","id"),
	CONSTRAINT "import_job_status" CHECK ("status" in ('uploaded','checking','mapped','running','done','failed','cancelled','undoing','undone')),
	CONSTRAINT "import_job_kind" CHECK ("file_kind" in ('csv','xlsx','html'))
);
--> statement-breakpoint
CREATE TABLE "import_key" (
	"organization_id" uuid,
	"entity" text,
	"external_id" text,
	"record_id" uuid NOT NULL,
	CONSTRAINT "import_key_pkey" PRIMARY KEY("organization_id","entity","external_id")
);
--> statement-breakpoint
CREATE TABLE "import_piece" (
	"organization_id" uuid,
	"import_id" uuid,
	"number" integer,
	"bytes" bytea NOT NULL,
	CONSTRAINT "import_piece_pkey" PRIMARY KEY("organization_id","import_id","number")
);
--> statement-breakpoint
CREATE INDEX "import_job_newest" ON "import_job" ("organization_id","created_at");--> statement-breakpoint
CREATE INDEX "import_key_record" ON "import_key" ("organization_id","record_id");--> statement-breakpoint
ALTER TABLE "import_batch" ADD CONSTRAINT "import_batch_YmBC3tGZaCyo_fkey" FOREIGN KEY ("organization_id","import_id") REFERENCES "import_job"("organization_id","id") ON DELETE CASCADE;--> statement-breakpoint
ALTER TABLE "import_chunk" ADD CONSTRAINT "import_chunk_YW28RXB3a6tx_fkey" FOREIGN KEY ("organization_id","import_id") REFERENCES "import_job"("organization_id","id") ON DELETE CASCADE;--> statement-breakpoint
ALTER TABLE "import_job" ADD CONSTRAINT "import_job_organization_id_organization_id_fkey" FOREIGN KEY ("organization_id") REFERENCES "organization"("id") ON DELETE CASCADE;--> statement-breakpoint
ALTER TABLE "import_job" ADD CONSTRAINT "import_job_5llLDntxc43P_fkey" FOREIGN KEY ("organization_id","member_id") REFERENCES "member"("organization_id","id");--> statement-breakpoint
ALTER TABLE "import_key" ADD CONSTRAINT "import_key_Roq0M5B0AjCF_fkey" FOREIGN KEY ("organization_id","record_id") REFERENCES "record"("organization_id","id") ON DELETE CASCADE;--> statement-breakpoint
ALTER TABLE "import_piece" ADD CONSTRAINT "import_piece_XPpQRV0vicgo_fkey" FOREIGN KEY ("organization_id","import_id") REFERENCES "import_job"("organization_id","id") ON DELETE CASCADE;