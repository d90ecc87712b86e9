CREATE SCHEMA "auth";
--> statement-breakpoint
CREATE TABLE "auth"."account" (
	"id" uuid PRIMARY KEY,
	"user_id" uuid NOT NULL,
	"account_id" text NOT NULL,
	"provider_id" text NOT NULL,
	"access_token" text,
	"refresh_token" text,
	"id_token" text,
	"access_token_expires_at" timestamp(3) with time zone,
	"refresh_token_expires_at" timestamp(3) with time zone,
	"scope" text,
	"password" text,
	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "auth"."rate_limit" (
	"id" uuid PRIMARY KEY,
	"key" text NOT NULL,
	"count" integer NOT NULL,
	"last_request" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "auth"."session" (
	"id" uuid PRIMARY KEY,
	"user_id" uuid NOT NULL,
	"token" text NOT NULL UNIQUE,
	"expires_at" timestamp(3) with time zone NOT NULL,
	"ip_address" text,
	"user_agent" text,
	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "auth"."two_factor" (
	"id" uuid PRIMARY KEY,
	"user_id" uuid NOT NULL,
	"secret" text NOT NULL,
	"backup_codes" text NOT NULL,
	"verified" boolean DEFAULT true NOT NULL,
	"failed_verification_count" integer DEFAULT 0 NOT NULL,
	"locked_until" timestamp(3) with time zone
);
--> statement-breakpoint
CREATE TABLE "auth"."user" (
	"id" uuid PRIMARY KEY,
	"name" text NOT NULL,
	"email" text NOT NULL UNIQUE,
	"email_verified" boolean DEFAULT false NOT NULL,
	"image" text,
	"language" text DEFAULT 'en' NOT NULL,
	"two_factor_enabled" boolean DEFAULT false NOT NULL,
	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "auth"."verification" (
	"id" uuid PRIMARY KEY,
	"identifier" text NOT NULL,
	"value" text NOT NULL,
	"expires_at" timestamp(3) with time zone NOT NULL,
	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "process_activity" (
	"organization_id" uuid,
	"id" uuid,
	"run_id" uuid NOT NULL,
	"block" text NOT NULL,
	"visit" integer NOT NULL,
	"robot_id" uuid,
	"status" text NOT NULL,
	"detail" jsonb NOT NULL,
	"error" jsonb,
	"at" timestamp(3) with time zone NOT NULL,
	"due_at" timestamp(3) with time zone,
	"seq" integer NOT NULL,
	CONSTRAINT "process_activity_pkey" PRIMARY KEY("organization_id","id"),
	CONSTRAINT "process_activity_status" CHECK ("status" in ('ran','waiting','failed','stopped','skipped'))
);
--> statement-breakpoint
CREATE TABLE "process_definition" (
	"organization_id" uuid,
	"id" uuid,
	"kind" text NOT NULL,
	"stage_id" uuid NOT NULL,
	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "process_definition_pkey" PRIMARY KEY("organization_id","id"),
	CONSTRAINT "process_definition_stage" UNIQUE("organization_id","kind","stage_id"),
	CONSTRAINT "process_definition_kind" CHECK ("kind" in ('robots'))
);
--> statement-breakpoint
CREATE TABLE "process_effect" (
	"organization_id" uuid,
	"run_id" uuid,
	"block" text,
	"visit" integer,
	"attempt" integer NOT NULL,
	"key" text NOT NULL,
	"action_type" text NOT NULL,
	"params" jsonb NOT NULL,
	"status" text NOT NULL,
	"result" jsonb,
	"error" jsonb,
	"ordered_at" timestamp(3) with time zone NOT NULL,
	"started_at" timestamp(3) with time zone,
	"settled_at" timestamp(3) with time zone,
	CONSTRAINT "process_effect_pkey" PRIMARY KEY("organization_id","run_id","block","visit"),
	CONSTRAINT "process_effect_key" UNIQUE("organization_id","key"),
	CONSTRAINT "process_effect_status" CHECK ("status" in ('ordered','started','done','failed','dropped'))
);
--> statement-breakpoint
CREATE TABLE "process_inbox" (
	"organization_id" uuid,
	"id" uuid,
	"run_id" uuid NOT NULL,
	"signal" jsonb NOT NULL,
	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "process_inbox_pkey" PRIMARY KEY("organization_id","id")
);
--> statement-breakpoint
CREATE TABLE "process_run" (
	"organization_id" uuid,
	"id" uuid,
	"kind" text NOT NULL,
	"version_id" uuid NOT NULL,
	"entity" text NOT NULL,
	"record_id" uuid NOT NULL,
	"stage_id" uuid NOT NULL,
	"start_key" text NOT NULL,
	"status" text NOT NULL,
	"stop_reason" text,
	"state" jsonb NOT NULL,
	"causes" jsonb NOT NULL,
	"started_by" jsonb NOT NULL,
	"started_at" timestamp(3) with time zone NOT NULL,
	"ended_at" timestamp(3) with time zone,
	"wake_due_at" timestamp(3) with time zone,
	CONSTRAINT "process_run_pkey" PRIMARY KEY("organization_id","id"),
	CONSTRAINT "process_run_start" UNIQUE("organization_id","start_key"),
	CONSTRAINT "process_run_status" CHECK ("status" in ('running','done','failed','stopped')),
	CONSTRAINT "process_run_kind" CHECK ("kind" in ('robots'))
);
--> statement-breakpoint
CREATE TABLE "process_slot" (
	"organization_id" uuid,
	"entity" text,
	"record_id" uuid,
	"slot" integer,
	"run_id" uuid NOT NULL,
	CONSTRAINT "process_slot_pkey" PRIMARY KEY("organization_id","entity","record_id","slot"),
	CONSTRAINT "process_slot_run" UNIQUE("organization_id","run_id"),
	CONSTRAINT "process_slot_number" CHECK ("slot" in (1, 2))
);
--> statement-breakpoint
CREATE TABLE "process_timer" (
	"organization_id" uuid,
	"run_id" uuid,
	"block" text,
	"visit" integer,
	"due_at" timestamp(3) with time zone NOT NULL,
	"status" text NOT NULL,
	CONSTRAINT "process_timer_pkey" PRIMARY KEY("organization_id","run_id","block","visit"),
	CONSTRAINT "process_timer_status" CHECK ("status" in ('waiting','done','cancelled'))
);
--> statement-breakpoint
CREATE TABLE "process_version" (
	"organization_id" uuid,
	"id" uuid,
	"definition_id" uuid NOT NULL,
	"content_hash" text NOT NULL,
	"definition" jsonb NOT NULL,
	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "process_version_pkey" PRIMARY KEY("organization_id","id"),
	CONSTRAINT "process_version_content" UNIQUE("organization_id","definition_id","content_hash")
);
--> statement-breakpoint
CREATE TABLE "robot" (
	"organization_id" uuid,
	"id" uuid,
	"pipeline_id" uuid NOT NULL,
	"stage_id" uuid NOT NULL,
	"position" text collate "C" NOT NULL,
	"name" text NOT NULL,
	"action_type" text NOT NULL,
	"params" jsonb NOT NULL,
	"condition" jsonb,
	"timing" jsonb NOT NULL,
	"run_mode" text DEFAULT 'after_previous' NOT NULL,
	"enabled" boolean DEFAULT true NOT NULL,
	"deleted_at" timestamp(3) with time zone,
	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "robot_pkey" PRIMARY KEY("organization_id","id"),
	CONSTRAINT "robot_run_mode" CHECK ("run_mode" in ('after_previous','parallel'))
);
--> statement-breakpoint
CREATE TABLE "robot_decision" (
	"organization_id" uuid,
	"id" uuid,
	"run_id" uuid NOT NULL,
	"robot_id" uuid NOT NULL,
	"entity" text NOT NULL,
	"record_id" uuid NOT NULL,
	"visit" integer NOT NULL,
	"matched" boolean NOT NULL,
	"misses" jsonb NOT NULL,
	"at" timestamp(3) with time zone NOT NULL,
	CONSTRAINT "robot_decision_pkey" PRIMARY KEY("organization_id","id")
);
--> statement-breakpoint
CREATE TABLE "activity" (
	"organization_id" uuid,
	"id" uuid,
	"deal_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"title" text NOT NULL,
	"description" text,
	"due_at" timestamp(3) with time zone,
	"done_at" timestamp(3) with time zone,
	"owner_id" uuid,
	"created_by" jsonb NOT NULL,
	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "activity_pkey" PRIMARY KEY("organization_id","id"),
	CONSTRAINT "activity_kind" CHECK ("kind" in ('call','meeting','email','note','todo'))
);
--> statement-breakpoint
CREATE TABLE "comment" (
	"organization_id" uuid,
	"id" uuid,
	"deal_id" uuid NOT NULL,
	"author_id" uuid NOT NULL,
	"text" text NOT NULL,
	"edited_at" timestamp(3) with time zone,
	"deleted_at" timestamp(3) with time zone,
	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "comment_pkey" PRIMARY KEY("organization_id","id")
);
--> statement-breakpoint
CREATE TABLE "company" (
	"organization_id" uuid,
	"id" uuid,
	"name" text NOT NULL,
	"name_lower" text NOT NULL,
	"phone" text,
	"email" text,
	"site" text,
	"owner_id" uuid,
	"is_sample" boolean DEFAULT false NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"deleted_at" timestamp(3) with time zone,
	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "company_pkey" PRIMARY KEY("organization_id","id")
);
--> statement-breakpoint
CREATE TABLE "contact" (
	"organization_id" uuid,
	"id" uuid,
	"name" text NOT NULL,
	"name_lower" text NOT NULL,
	"phone" text,
	"email" text,
	"company_id" uuid,
	"owner_id" uuid,
	"is_sample" boolean DEFAULT false NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"deleted_at" timestamp(3) with time zone,
	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "contact_pkey" PRIMARY KEY("organization_id","id")
);
--> statement-breakpoint
CREATE TABLE "deal" (
	"organization_id" uuid,
	"id" uuid,
	"title" text NOT NULL,
	"title_lower" text NOT NULL,
	"amount_minor" bigint DEFAULT 0 NOT NULL,
	"currency" text NOT NULL,
	"contact_id" uuid,
	"company_id" uuid,
	"owner_id" uuid,
	"source_id" uuid,
	"pipeline_id" uuid NOT NULL,
	"stage_id" uuid NOT NULL,
	"outcome" text NOT NULL,
	"position" text collate "C" NOT NULL,
	"closes_at" timestamp(3) with time zone,
	"closed_at" timestamp(3) with time zone,
	"loss_reason_id" uuid,
	"stage_entered_at" timestamp(3) with time zone NOT NULL,
	"is_sample" boolean DEFAULT false NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"deleted_at" timestamp(3) with time zone,
	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "deal_pkey" PRIMARY KEY("organization_id","id"),
	CONSTRAINT "deal_outcome" CHECK ("outcome" in ('open','won','lost')),
	CONSTRAINT "deal_currency" CHECK ("currency" ~ '^[A-Z]{3}$')
);
--> statement-breakpoint
CREATE TABLE "deal_stage_visit" (
	"organization_id" uuid,
	"id" uuid,
	"deal_id" uuid NOT NULL,
	"stage_id" uuid NOT NULL,
	"entered_at" timestamp(3) with time zone NOT NULL,
	"left_at" timestamp(3) with time zone,
	"actor" jsonb NOT NULL,
	CONSTRAINT "deal_stage_visit_pkey" PRIMARY KEY("organization_id","id")
);
--> statement-breakpoint
CREATE TABLE "invitation" (
	"organization_id" uuid,
	"id" uuid,
	"email" text NOT NULL,
	"role" text NOT NULL,
	"team_id" uuid,
	"token_hash" text NOT NULL,
	"invited_by" uuid NOT NULL,
	"expires_at" timestamp(3) with time zone NOT NULL,
	"accepted_at" timestamp(3) with time zone,
	"revoked_at" timestamp(3) with time zone,
	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "invitation_pkey" PRIMARY KEY("organization_id","id"),
	CONSTRAINT "invitation_organization_id_token_hash_unique" UNIQUE("organization_id","token_hash")
);
--> statement-breakpoint
CREATE TABLE "member" (
	"organization_id" uuid,
	"id" uuid,
	"user_id" uuid NOT NULL,
	"role" text NOT NULL,
	"team_id" uuid,
	"name" text NOT NULL,
	"email" text NOT NULL,
	"removed_at" timestamp(3) with time zone,
	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "member_pkey" PRIMARY KEY("organization_id","id"),
	CONSTRAINT "member_organization_id_user_id_unique" UNIQUE("organization_id","user_id"),
	CONSTRAINT "member_role" CHECK ("role" in ('owner','admin','head_of_sales','team_lead','sales','marketer','observer'))
);
--> statement-breakpoint
CREATE TABLE "organization" (
	"id" uuid PRIMARY KEY,
	"name" text NOT NULL,
	"slug" text NOT NULL UNIQUE,
	"time_zone" text NOT NULL,
	"currency" text NOT NULL,
	"language" text NOT NULL,
	"industry" text,
	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "organization_currency" CHECK ("currency" ~ '^[A-Z]{3}$')
);
--> statement-breakpoint
CREATE TABLE "team" (
	"organization_id" uuid,
	"id" uuid,
	"name" text NOT NULL,
	"parent_id" uuid,
	"manager_id" uuid,
	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "team_pkey" PRIMARY KEY("organization_id","id")
);
--> statement-breakpoint
CREATE TABLE "message" (
	"id" uuid PRIMARY KEY,
	"organization_id" uuid,
	"channel" text NOT NULL,
	"key" text NOT NULL,
	"recipient" text NOT NULL,
	"subject" text NOT NULL,
	"html" text NOT NULL,
	"text" text NOT NULL,
	"status" text NOT NULL,
	"error" text,
	"provider_id" text,
	"about" jsonb,
	"sent_at" timestamp(3) with time zone,
	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "message_key" UNIQUE NULLS NOT DISTINCT("organization_id","key"),
	CONSTRAINT "message_status" CHECK ("status" in ('queued','sent','failed','unknown'))
);
--> statement-breakpoint
CREATE TABLE "notification" (
	"organization_id" uuid,
	"id" uuid,
	"member_id" uuid NOT NULL,
	"type" text NOT NULL,
	"data" jsonb NOT NULL,
	"entity" text,
	"record_id" uuid,
	"read_at" timestamp(3) with time zone,
	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "notification_pkey" PRIMARY KEY("organization_id","id")
);
--> statement-breakpoint
CREATE TABLE "loss_reason" (
	"organization_id" uuid,
	"id" uuid,
	"name" text NOT NULL,
	"class" text NOT NULL,
	"position" text collate "C" NOT NULL,
	"archived_at" timestamp(3) with time zone,
	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "loss_reason_pkey" PRIMARY KEY("organization_id","id"),
	CONSTRAINT "loss_reason_class" CHECK ("class" in ('real','technical'))
);
--> statement-breakpoint
CREATE TABLE "pipeline" (
	"organization_id" uuid,
	"id" uuid,
	"name" text NOT NULL,
	"position" text collate "C" NOT NULL,
	"archived_at" timestamp(3) with time zone,
	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "pipeline_pkey" PRIMARY KEY("organization_id","id")
);
--> statement-breakpoint
CREATE TABLE "source" (
	"organization_id" uuid,
	"id" uuid,
	"name" text NOT NULL,
	"position" text collate "C" NOT NULL,
	"archived_at" timestamp(3) with time zone,
	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "source_pkey" PRIMARY KEY("organization_id","id")
);
--> statement-breakpoint
CREATE TABLE "stage" (
	"organization_id" uuid,
	"id" uuid,
	"pipeline_id" uuid NOT NULL,
	"name" text NOT NULL,
	"colour" text NOT NULL,
	"position" text collate "C" NOT NULL,
	"outcome" text NOT NULL,
	"required_fields" jsonb DEFAULT '[]' NOT NULL,
	"archived_at" timestamp(3) with time zone,
	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "stage_pkey" PRIMARY KEY("organization_id","id"),
	CONSTRAINT "stage_outcome" CHECK ("outcome" in ('open','won','lost'))
);
--> statement-breakpoint
CREATE TABLE "event" (
	"organization_id" uuid,
	"id" uuid,
	"name" text NOT NULL,
	"entity" text NOT NULL,
	"record_id" uuid NOT NULL,
	"actor" jsonb NOT NULL,
	"causes" jsonb NOT NULL,
	"depth" integer NOT NULL,
	"data" jsonb NOT NULL,
	"occurred_at" timestamp(3) with time zone NOT NULL,
	"relayed_at" timestamp(3) with time zone,
	CONSTRAINT "event_pkey" PRIMARY KEY("organization_id","id")
);
--> statement-breakpoint
CREATE INDEX "account_user_id_index" ON "auth"."account" ("user_id");--> statement-breakpoint
CREATE UNIQUE INDEX "rate_limit_key_index" ON "auth"."rate_limit" ("key");--> statement-breakpoint
CREATE INDEX "session_user_id_index" ON "auth"."session" ("user_id");--> statement-breakpoint
CREATE INDEX "two_factor_user_id_index" ON "auth"."two_factor" ("user_id");--> statement-breakpoint
CREATE INDEX "verification_identifier_index" ON "auth"."verification" ("identifier");--> statement-breakpoint
CREATE INDEX "process_activity_organization_id_run_id_at_seq_index" ON "process_activity" ("organization_id","run_id","at","seq");--> statement-breakpoint
CREATE INDEX "process_effect_open" ON "process_effect" ("ordered_at") WHERE status in ('ordered','started');--> statement-breakpoint
CREATE INDEX "process_inbox_organization_id_run_id_id_index" ON "process_inbox" ("organization_id","run_id","id");--> statement-breakpoint
CREATE INDEX "process_inbox_age" ON "process_inbox" ("created_at");--> statement-breakpoint
CREATE INDEX "process_run_record" ON "process_run" ("organization_id","entity","record_id","started_at" DESC NULLS LAST);--> statement-breakpoint
CREATE INDEX "process_run_active" ON "process_run" ("organization_id","entity","record_id") WHERE status = 'running';--> statement-breakpoint
CREATE INDEX "process_run_wake" ON "process_run" ("wake_due_at") WHERE wake_due_at is not null;--> statement-breakpoint
CREATE INDEX "process_timer_due" ON "process_timer" ("due_at") WHERE status = 'waiting';--> statement-breakpoint
CREATE INDEX "robot_organization_id_stage_id_position_index" ON "robot" ("organization_id","stage_id","position");--> statement-breakpoint
CREATE INDEX "robot_decision_organization_id_robot_id_at_index" ON "robot_decision" ("organization_id","robot_id","at" DESC NULLS LAST);--> statement-breakpoint
CREATE INDEX "robot_decision_record" ON "robot_decision" ("organization_id","entity","record_id","at" DESC NULLS LAST);--> statement-breakpoint
CREATE INDEX "activity_organization_id_deal_id_created_at_index" ON "activity" ("organization_id","deal_id","created_at");--> statement-breakpoint
CREATE INDEX "activity_open" ON "activity" ("organization_id","owner_id","due_at") WHERE done_at is null;--> statement-breakpoint
CREATE INDEX "comment_organization_id_deal_id_created_at_index" ON "comment" ("organization_id","deal_id","created_at");--> statement-breakpoint
CREATE INDEX "company_organization_id_name_lower_index" ON "company" ("organization_id","name_lower");--> statement-breakpoint
CREATE INDEX "company_name_trgm" ON "company" USING gin ("name_lower" gin_trgm_ops);--> statement-breakpoint
CREATE INDEX "contact_organization_id_name_lower_index" ON "contact" ("organization_id","name_lower");--> statement-breakpoint
CREATE INDEX "contact_name_trgm" ON "contact" USING gin ("name_lower" gin_trgm_ops);--> statement-breakpoint
CREATE INDEX "contact_organization_id_company_id_index" ON "contact" ("organization_id","company_id");--> statement-breakpoint
CREATE INDEX "deal_board" ON "deal" ("organization_id","pipeline_id","stage_id","position","id") WHERE deleted_at is null;--> statement-breakpoint
CREATE INDEX "deal_totals" ON "deal" ("organization_id","pipeline_id","stage_id","currency","owner_id","amount_minor") WHERE deleted_at is null;--> statement-breakpoint
CREATE INDEX "deal_list" ON "deal" ("organization_id","created_at","id") WHERE deleted_at is null;--> statement-breakpoint
CREATE INDEX "deal_owner" ON "deal" ("organization_id","owner_id","stage_id") WHERE deleted_at is null;--> statement-breakpoint
CREATE INDEX "deal_organization_id_contact_id_index" ON "deal" ("organization_id","contact_id");--> statement-breakpoint
CREATE INDEX "deal_organization_id_company_id_index" ON "deal" ("organization_id","company_id");--> statement-breakpoint
CREATE INDEX "deal_title_trgm" ON "deal" USING gin ("title_lower" gin_trgm_ops);--> statement-breakpoint
CREATE INDEX "deal_stage_visit_organization_id_deal_id_entered_at_index" ON "deal_stage_visit" ("organization_id","deal_id","entered_at");--> statement-breakpoint
CREATE INDEX "invitation_token_hash_index" ON "invitation" ("token_hash");--> statement-breakpoint
CREATE INDEX "member_user_id_index" ON "member" ("user_id");--> statement-breakpoint
CREATE INDEX "message_organization_id_created_at_index" ON "message" ("organization_id","created_at" DESC NULLS LAST);--> statement-breakpoint
CREATE INDEX "notification_organization_id_member_id_created_at_index" ON "notification" ("organization_id","member_id","created_at" DESC NULLS LAST);--> statement-breakpoint
CREATE INDEX "stage_organization_id_pipeline_id_position_index" ON "stage" ("organization_id","pipeline_id","position");--> statement-breakpoint
CREATE INDEX "event_timeline" ON "event" ("organization_id","entity","record_id","occurred_at","id");--> statement-breakpoint
CREATE INDEX "event_unrelayed" ON "event" ("id") WHERE relayed_at is null;--> statement-breakpoint
ALTER TABLE "auth"."account" ADD CONSTRAINT "account_user_id_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "auth"."user"("id") ON DELETE CASCADE;--> statement-breakpoint
ALTER TABLE "auth"."session" ADD CONSTRAINT "session_user_id_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "auth"."user"("id") ON DELETE CASCADE;--> statement-breakpoint
ALTER TABLE "auth"."two_factor" ADD CONSTRAINT "two_factor_user_id_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "auth"."user"("id") ON DELETE CASCADE;--> statement-breakpoint
ALTER TABLE "process_activity" ADD CONSTRAINT "process_activity_8cat1DL1cX1N_fkey" FOREIGN KEY ("organization_id","run_id") REFERENCES "process_run"("organization_id","id") ON DELETE CASCADE;--> statement-breakpoint
ALTER TABLE "process_definition" ADD CONSTRAINT "process_definition_7nV1LavgWInt_fkey" FOREIGN KEY ("organization_id","stage_id") REFERENCES "stage"("organization_id","id") ON DELETE CASCADE;--> statement-breakpoint
ALTER TABLE "process_effect" ADD CONSTRAINT "process_effect_3tPeSzDM1Cir_fkey" FOREIGN KEY ("organization_id","run_id") REFERENCES "process_run"("organization_id","id") ON DELETE CASCADE;--> statement-breakpoint
ALTER TABLE "process_inbox" ADD CONSTRAINT "process_inbox_nzT6ziyae2CS_fkey" FOREIGN KEY ("organization_id","run_id") REFERENCES "process_run"("organization_id","id") ON DELETE CASCADE;--> statement-breakpoint
ALTER TABLE "process_run" ADD CONSTRAINT "process_run_cVT1xpIyDZIp_fkey" FOREIGN KEY ("organization_id","version_id") REFERENCES "process_version"("organization_id","id") ON DELETE CASCADE;--> statement-breakpoint
ALTER TABLE "process_slot" ADD CONSTRAINT "process_slot_MRDqXZlKx0WY_fkey" FOREIGN KEY ("organization_id","run_id") REFERENCES "process_run"("organization_id","id") ON DELETE CASCADE;--> statement-breakpoint
ALTER TABLE "process_timer" ADD CONSTRAINT "process_timer_rbNMcB6AXX67_fkey" FOREIGN KEY ("organization_id","run_id") REFERENCES "process_run"("organization_id","id") ON DELETE CASCADE;--> statement-breakpoint
ALTER TABLE "process_version" ADD CONSTRAINT "process_version_Jy4Ru6HVFh8I_fkey" FOREIGN KEY ("organization_id","definition_id") REFERENCES "process_definition"("organization_id","id") ON DELETE CASCADE;--> statement-breakpoint
ALTER TABLE "robot" ADD CONSTRAINT "robot_V0ElKxY2K2NA_fkey" FOREIGN KEY ("organization_id","pipeline_id") REFERENCES "pipeline"("organization_id","id") ON DELETE CASCADE;--> statement-breakpoint
ALTER TABLE "robot" ADD CONSTRAINT "robot_organization_id_stage_id_stage_organization_id_id_fkey" FOREIGN KEY ("organization_id","stage_id") REFERENCES "stage"("organization_id","id") ON DELETE CASCADE;--> statement-breakpoint
ALTER TABLE "robot_decision" ADD CONSTRAINT "robot_decision_toJdF2Y7qUYv_fkey" FOREIGN KEY ("organization_id","run_id") REFERENCES "process_run"("organization_id","id") ON DELETE CASCADE;--> statement-breakpoint
ALTER TABLE "activity" ADD CONSTRAINT "activity_organization_id_deal_id_deal_organization_id_id_fkey" FOREIGN KEY ("organization_id","deal_id") REFERENCES "deal"("organization_id","id") ON DELETE CASCADE;--> statement-breakpoint
ALTER TABLE "activity" ADD CONSTRAINT "activity_tbCBBHy1iwao_fkey" FOREIGN KEY ("organization_id","owner_id") REFERENCES "member"("organization_id","id");--> statement-breakpoint
ALTER TABLE "comment" ADD CONSTRAINT "comment_organization_id_deal_id_deal_organization_id_id_fkey" FOREIGN KEY ("organization_id","deal_id") REFERENCES "deal"("organization_id","id") ON DELETE CASCADE;--> statement-breakpoint
ALTER TABLE "comment" ADD CONSTRAINT "comment_9zMT72eZWwj4_fkey" FOREIGN KEY ("organization_id","author_id") REFERENCES "member"("organization_id","id");--> statement-breakpoint
ALTER TABLE "company" ADD CONSTRAINT "company_organization_id_organization_id_fkey" FOREIGN KEY ("organization_id") REFERENCES "organization"("id") ON DELETE CASCADE;--> statement-breakpoint
ALTER TABLE "company" ADD CONSTRAINT "company_organization_id_owner_id_member_organization_id_id_fkey" FOREIGN KEY ("organization_id","owner_id") REFERENCES "member"("organization_id","id");--> statement-breakpoint
ALTER TABLE "contact" ADD CONSTRAINT "contact_organization_id_organization_id_fkey" FOREIGN KEY ("organization_id") REFERENCES "organization"("id") ON DELETE CASCADE;--> statement-breakpoint
ALTER TABLE "contact" ADD CONSTRAINT "contact_TwS5Fz2YyRM6_fkey" FOREIGN KEY ("organization_id","company_id") REFERENCES "company"("organization_id","id");--> statement-breakpoint
ALTER TABLE "contact" ADD CONSTRAINT "contact_organization_id_owner_id_member_organization_id_id_fkey" FOREIGN KEY ("organization_id","owner_id") REFERENCES "member"("organization_id","id");--> statement-breakpoint
ALTER TABLE "deal" ADD CONSTRAINT "deal_organization_id_organization_id_fkey" FOREIGN KEY ("organization_id") REFERENCES "organization"("id") ON DELETE CASCADE;--> statement-breakpoint
ALTER TABLE "deal" ADD CONSTRAINT "deal_hs5rjAU6ZdpY_fkey" FOREIGN KEY ("organization_id","pipeline_id") REFERENCES "pipeline"("organization_id","id");--> statement-breakpoint
ALTER TABLE "deal" ADD CONSTRAINT "deal_organization_id_stage_id_stage_organization_id_id_fkey" FOREIGN KEY ("organization_id","stage_id") REFERENCES "stage"("organization_id","id");--> statement-breakpoint
ALTER TABLE "deal" ADD CONSTRAINT "deal_organization_id_contact_id_contact_organization_id_id_fkey" FOREIGN KEY ("organization_id","contact_id") REFERENCES "contact"("organization_id","id");--> statement-breakpoint
ALTER TABLE "deal" ADD CONSTRAINT "deal_organization_id_company_id_company_organization_id_id_fkey" FOREIGN KEY ("organization_id","company_id") REFERENCES "company"("organization_id","id");--> statement-breakpoint
ALTER TABLE "deal" ADD CONSTRAINT "deal_organization_id_owner_id_member_organization_id_id_fkey" FOREIGN KEY ("organization_id","owner_id") REFERENCES "member"("organization_id","id");--> statement-breakpoint
ALTER TABLE "deal" ADD CONSTRAINT "deal_organization_id_source_id_source_organization_id_id_fkey" FOREIGN KEY ("organization_id","source_id") REFERENCES "source"("organization_id","id");--> statement-breakpoint
ALTER TABLE "deal" ADD CONSTRAINT "deal_iLS7X1k6eFj0_fkey" FOREIGN KEY ("organization_id","loss_reason_id") REFERENCES "loss_reason"("organization_id","id");--> statement-breakpoint
ALTER TABLE "deal_stage_visit" ADD CONSTRAINT "deal_stage_visit_kkXUyl6VuMh1_fkey" FOREIGN KEY ("organization_id","deal_id") REFERENCES "deal"("organization_id","id") ON DELETE CASCADE;--> statement-breakpoint
ALTER TABLE "deal_stage_visit" ADD CONSTRAINT "deal_stage_visit_XnhJFcG7dXa7_fkey" FOREIGN KEY ("organization_id","stage_id") REFERENCES "stage"("organization_id","id");--> statement-breakpoint
ALTER TABLE "invitation" ADD CONSTRAINT "invitation_OT7dbbA6GX2G_fkey" FOREIGN KEY ("organization_id","invited_by") REFERENCES "member"("organization_id","id");--> statement-breakpoint
ALTER TABLE "invitation" ADD CONSTRAINT "invitation_organization_id_team_id_team_organization_id_id_fkey" FOREIGN KEY ("organization_id","team_id") REFERENCES "team"("organization_id","id");--> statement-breakpoint
ALTER TABLE "member" ADD CONSTRAINT "member_user_id_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "auth"."user"("id") ON DELETE CASCADE;--> statement-breakpoint
ALTER TABLE "member" ADD CONSTRAINT "member_organization_id_organization_id_fkey" FOREIGN KEY ("organization_id") REFERENCES "organization"("id") ON DELETE CASCADE;--> statement-breakpoint
ALTER TABLE "member" ADD CONSTRAINT "member_organization_id_team_id_team_organization_id_id_fkey" FOREIGN KEY ("organization_id","team_id") REFERENCES "team"("organization_id","id");--> statement-breakpoint
ALTER TABLE "team" ADD CONSTRAINT "team_organization_id_organization_id_fkey" FOREIGN KEY ("organization_id") REFERENCES "organization"("id") ON DELETE CASCADE;--> statement-breakpoint
ALTER TABLE "team" ADD CONSTRAINT "team_organization_id_parent_id_team_organization_id_id_fkey" FOREIGN KEY ("organization_id","parent_id") REFERENCES "team"("organization_id","id");--> statement-breakpoint
ALTER TABLE "notification" ADD CONSTRAINT "notification_atLBgVTdOspR_fkey" FOREIGN KEY ("organization_id","member_id") REFERENCES "member"("organization_id","id") ON DELETE CASCADE;--> statement-breakpoint
ALTER TABLE "loss_reason" ADD CONSTRAINT "loss_reason_organization_id_organization_id_fkey" FOREIGN KEY ("organization_id") REFERENCES "organization"("id") ON DELETE CASCADE;--> statement-breakpoint
ALTER TABLE "pipeline" ADD CONSTRAINT "pipeline_organization_id_organization_id_fkey" FOREIGN KEY ("organization_id") REFERENCES "organization"("id") ON DELETE CASCADE;--> statement-breakpoint
ALTER TABLE "source" ADD CONSTRAINT "source_organization_id_organization_id_fkey" FOREIGN KEY ("organization_id") REFERENCES "organization"("id") ON DELETE CASCADE;--> statement-breakpoint
ALTER TABLE "stage" ADD CONSTRAINT "stage_V0ElKxXUEqbi_fkey" FOREIGN KEY ("organization_id","pipeline_id") REFERENCES "pipeline"("organization_id","id") ON DELETE CASCADE;--> statement-breakpoint
ALTER TABLE "event" ADD CONSTRAINT "event_organization_id_organization_id_fkey" FOREIGN KEY ("organization_id") REFERENCES "organization"("id") ON DELETE CASCADE;