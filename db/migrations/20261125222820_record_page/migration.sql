CREATE TABLE "record_link" (
	"organization_id" uuid,
	"id" uuid,
	"from_id" uuid NOT NULL,
	"to_id" uuid NOT NULL,
	"role" text,
	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "record_link_pkey" PRIMARY KEY("organization_id","id"),
	CONSTRAINT "record_link_once" UNIQUE("organization_id","from_id","to_id"),
	CONSTRAINT "record_link_other" CHECK ("from_id" <> "to_id")
);
--> statement-breakpoint
CREATE TABLE "record_watcher" (
	"organization_id" uuid,
	"id" uuid,
	"record_id" uuid NOT NULL,
	"member_id" uuid NOT NULL,
	"reason" text NOT NULL,
	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "record_watcher_pkey" PRIMARY KEY("organization_id","id"),
	CONSTRAINT "record_watcher_once" UNIQUE("organization_id","record_id","member_id"),
	CONSTRAINT "record_watcher_reason" CHECK ("reason" in ('asked','owner','mention'))
);
--> statement-breakpoint
CREATE TABLE "tag" (
	"organization_id" uuid,
	"id" uuid,
	"name" text NOT NULL,
	"name_lower" text NOT NULL,
	"colour" text NOT NULL,
	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "tag_pkey" PRIMARY KEY("organization_id","id"),
	CONSTRAINT "tag_name" UNIQUE("organization_id","name_lower")
);
--> statement-breakpoint
CREATE TABLE "notification_preference" (
	"organization_id" uuid,
	"id" uuid,
	"member_id" uuid NOT NULL,
	"channels" jsonb DEFAULT '{}' NOT NULL,
	"digest_hour" integer DEFAULT 9 NOT NULL,
	"digest_day" text,
	CONSTRAINT "notification_preference_pkey" PRIMARY KEY("organization_id","id"),
	CONSTRAINT "notification_preference_member" UNIQUE("organization_id","member_id"),
	CONSTRAINT "notification_preference_hour" CHECK ("digest_hour" between 0 and 23)
);
--> statement-breakpoint
ALTER TABLE "activity" ADD COLUMN "all_day" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "activity" ADD COLUMN "duration_minutes" integer;--> statement-breakpoint
ALTER TABLE "activity" ADD COLUMN "result" text;--> statement-breakpoint
ALTER TABLE "activity" ADD COLUMN "remind_minutes" integer;--> statement-breakpoint
ALTER TABLE "activity" ADD COLUMN "remind_at" timestamp(3) with time zone;--> statement-breakpoint
ALTER TABLE "activity" ADD COLUMN "overdue_at" timestamp(3) with time zone;--> statement-breakpoint
ALTER TABLE "activity" ADD COLUMN "deleted_at" timestamp(3) with time zone;--> statement-breakpoint
ALTER TABLE "notification" ADD COLUMN "event_id" uuid;--> statement-breakpoint
ALTER TABLE "notification" ADD COLUMN "actor" jsonb;--> statement-breakpoint
ALTER TABLE "notification" ADD COLUMN "channel" text DEFAULT 'app' NOT NULL;--> statement-breakpoint
ALTER TABLE "notification" ADD COLUMN "emailed_at" timestamp(3) with time zone;--> statement-breakpoint
ALTER TABLE "notification" ADD CONSTRAINT "notification_once" UNIQUE("organization_id","event_id","member_id");--> statement-breakpoint
CREATE INDEX "record_link_organization_id_to_id_index" ON "record_link" ("organization_id","to_id");--> statement-breakpoint
CREATE INDEX "record_watcher_organization_id_member_id_index" ON "record_watcher" ("organization_id","member_id");--> statement-breakpoint
CREATE INDEX "activity_due" ON "activity" ("organization_id","due_at") WHERE deleted_at is null;--> statement-breakpoint
CREATE INDEX "activity_remind" ON "activity" ("remind_at") WHERE remind_at is not null;--> statement-breakpoint
CREATE INDEX "activity_overdue" ON "activity" ("overdue_at") WHERE overdue_at is not null;--> statement-breakpoint
CREATE INDEX "notification_unread" ON "notification" ("organization_id","member_id") WHERE read_at is null;--> statement-breakpoint
CREATE INDEX "notification_digest" ON "notification" ("organization_id","member_id") WHERE channel = 'digest' and emailed_at is null and read_at is null;--> statement-breakpoint
ALTER TABLE "record_link" ADD CONSTRAINT "record_link_8frwAUeTSL3B_fkey" FOREIGN KEY ("organization_id","from_id") REFERENCES "record"("organization_id","id") ON DELETE CASCADE;--> statement-breakpoint
ALTER TABLE "record_link" ADD CONSTRAINT "record_link_pBxUag3fpJl8_fkey" FOREIGN KEY ("organization_id","to_id") REFERENCES "record"("organization_id","id") ON DELETE CASCADE;--> statement-breakpoint
ALTER TABLE "record_watcher" ADD CONSTRAINT "record_watcher_uXr1TRskR7T0_fkey" FOREIGN KEY ("organization_id","record_id") REFERENCES "record"("organization_id","id") ON DELETE CASCADE;--> statement-breakpoint
ALTER TABLE "record_watcher" ADD CONSTRAINT "record_watcher_zrOEsUy1TMY0_fkey" FOREIGN KEY ("organization_id","member_id") REFERENCES "member"("organization_id","id") ON DELETE CASCADE;--> statement-breakpoint
ALTER TABLE "tag" ADD CONSTRAINT "tag_organization_id_organization_id_fkey" FOREIGN KEY ("organization_id") REFERENCES "organization"("id") ON DELETE CASCADE;--> statement-breakpoint
ALTER TABLE "notification_preference" ADD CONSTRAINT "notification_preference_LaytTBRWfubn_fkey" FOREIGN KEY ("organization_id","member_id") REFERENCES "member"("organization_id","id") ON DELETE CASCADE;--> statement-breakpoint
ALTER TABLE "notification" ADD CONSTRAINT "notification_channel" CHECK ("channel" in ('app','email','digest'));