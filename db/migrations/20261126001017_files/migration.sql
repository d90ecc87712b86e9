CREATE TABLE "file" (
	"organization_id" uuid,
	"id" uuid,
	"record_id" uuid,
	"name" text NOT NULL,
	"version" integer NOT NULL,
	"created_by_id" uuid,
	"deleted_at" timestamp(3) with time zone,
	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "file_pkey" PRIMARY KEY("organization_id","id")
);
--> statement-breakpoint
CREATE TABLE "file_version" (
	"organization_id" uuid,
	"id" uuid,
	"file_id" uuid NOT NULL,
	"number" integer NOT NULL,
	"size" bigint NOT NULL,
	"media_type" text NOT NULL,
	"inline" boolean NOT NULL,
	"sha256" text NOT NULL,
	"storage_key" text NOT NULL,
	"uploaded_by_id" uuid,
	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "file_version_pkey" PRIMARY KEY("organization_id","id"),
	CONSTRAINT "file_version_number" UNIQUE("organization_id","file_id","number"),
	CONSTRAINT "file_version_key" UNIQUE("organization_id","storage_key"),
	CONSTRAINT "file_version_size" CHECK ("size" >= 0)
);
--> statement-breakpoint
CREATE INDEX "file_record" ON "file" ("organization_id","record_id","id");--> statement-breakpoint
CREATE INDEX "file_deleted" ON "file" ("deleted_at") WHERE "deleted_at" is not null;--> statement-breakpoint
CREATE INDEX "file_waiting" ON "file" ("created_at") WHERE "record_id" is null;--> statement-breakpoint
ALTER TABLE "file" ADD CONSTRAINT "file_organization_id_organization_id_fkey" FOREIGN KEY ("organization_id") REFERENCES "organization"("id") ON DELETE CASCADE;--> statement-breakpoint
ALTER TABLE "file" ADD CONSTRAINT "file_organization_id_record_id_record_organization_id_id_fkey" FOREIGN KEY ("organization_id","record_id") REFERENCES "record"("organization_id","id") ON DELETE CASCADE;--> statement-breakpoint
ALTER TABLE "file" ADD CONSTRAINT "file_75exBr0nFen4_fkey" FOREIGN KEY ("organization_id","created_by_id") REFERENCES "member"("organization_id","id") ON DELETE SET NULL ("created_by_id");--> statement-breakpoint
ALTER TABLE "file_version" ADD CONSTRAINT "file_version_vESxJBZaapLj_fkey" FOREIGN KEY ("organization_id","file_id") REFERENCES "file"("organization_id","id") ON DELETE CASCADE;--> statement-breakpoint
ALTER TABLE "file_version" ADD CONSTRAINT "file_version_ffmt8TJ2Pi3j_fkey" FOREIGN KEY ("organization_id","uploaded_by_id") REFERENCES "member"("organization_id","id") ON DELETE SET NULL ("uploaded_by_id");