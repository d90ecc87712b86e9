ALTER TABLE "process_effect" ADD COLUMN "started_at" timestamp(3) with time zone;--> statement-breakpoint
ALTER TABLE "process_activity" ALTER COLUMN "error" SET DATA TYPE jsonb USING "error"::jsonb;--> statement-breakpoint
ALTER TABLE "process_effect" ALTER COLUMN "error" SET DATA TYPE jsonb USING "error"::jsonb;