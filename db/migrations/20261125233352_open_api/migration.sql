CREATE TABLE "api_answer" (
	"organization_id" uuid,
	"id" uuid,
	"key_id" uuid NOT NULL,
	"idempotency_key" text NOT NULL,
	"request_hash" text NOT NULL,
	"status" integer NOT NULL,
	"body" jsonb,
	"version" integer,
	"created_at" timestamp(3) with time zone NOT NULL,
	CONSTRAINT "api_answer_pkey" PRIMARY KEY("organization_id","id"),
	CONSTRAINT "api_answer_organization_id_key_id_idempotency_key_unique" UNIQUE("organization_id","key_id","idempotency_key")
);
--> statement-breakpoint
CREATE TABLE "api_key" (
	"organization_id" uuid,
	"id" uuid,
	"member_id" uuid NOT NULL,
	"name" text NOT NULL,
	"prefix" text NOT NULL,
	"secret_hash" text NOT NULL,
	"scopes" jsonb NOT NULL,
	"expires_at" timestamp(3) with time zone,
	"revoked_at" timestamp(3) with time zone,
	"last_used_at" timestamp(3) with time zone,
	"window_started_at" timestamp(3) with time zone,
	"window_count" integer DEFAULT 0 NOT NULL,
	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "api_key_pkey" PRIMARY KEY("organization_id","id")
);
--> statement-breakpoint
CREATE TABLE "webform" (
	"organization_id" uuid,
	"id" uuid,
	"name" text NOT NULL,
	"design" jsonb NOT NULL,
	"source_id" uuid,
	"owner_ids" jsonb DEFAULT '[]' NOT NULL,
	"turn" integer DEFAULT 0 NOT NULL,
	"closed_at" timestamp(3) with time zone,
	"archived_at" timestamp(3) with time zone,
	"created_by" uuid NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "webform_pkey" PRIMARY KEY("organization_id","id")
);
--> statement-breakpoint
CREATE TABLE "webform_submission" (
	"organization_id" uuid,
	"id" uuid,
	"form_id" uuid NOT NULL,
	"status" text NOT NULL,
	"values" jsonb NOT NULL,
	"origin" jsonb NOT NULL,
	"body_hash" text NOT NULL,
	"sender_hash" text,
	"entity" text,
	"record_id" uuid,
	"reason" text,
	"attempts" integer DEFAULT 0 NOT NULL,
	"created_at" timestamp(3) with time zone NOT NULL,
	CONSTRAINT "webform_submission_pkey" PRIMARY KEY("organization_id","id"),
	CONSTRAINT "webform_submission_status" CHECK ("status" in ('waiting','created','spam','repeated'))
);
--> statement-breakpoint
CREATE TABLE "webhook_attempt" (
	"organization_id" uuid,
	"id" uuid,
	"delivery_id" uuid NOT NULL,
	"status" integer,
	"reason" text,
	"excerpt" text,
	"ms" integer NOT NULL,
	"at" timestamp(3) with time zone NOT NULL,
	CONSTRAINT "webhook_attempt_pkey" PRIMARY KEY("organization_id","id")
);
--> statement-breakpoint
CREATE TABLE "webhook_delivery" (
	"organization_id" uuid,
	"id" uuid,
	"endpoint_id" uuid NOT NULL,
	"event_id" uuid,
	"type" text NOT NULL,
	"body" text,
	"round" integer DEFAULT 1 NOT NULL,
	"status" text DEFAULT 'waiting' NOT NULL,
	"attempts" integer DEFAULT 0 NOT NULL,
	"next_at" timestamp(3) with time zone,
	"created_at" timestamp(3) with time zone NOT NULL,
	"settled_at" timestamp(3) with time zone,
	CONSTRAINT "webhook_delivery_pkey" PRIMARY KEY("organization_id","id"),
	CONSTRAINT "webhook_delivery_organization_id_endpoint_id_event_id_unique" UNIQUE("organization_id","endpoint_id","event_id"),
	CONSTRAINT "webhook_delivery_status" CHECK ("status" in ('waiting','delivered','failed'))
);
--> statement-breakpoint
CREATE TABLE "webhook_endpoint" (
	"organization_id" uuid,
	"id" uuid,
	"url" text NOT NULL,
	"description" text,
	"events" jsonb NOT NULL,
	"secret" text NOT NULL,
	"created_by" uuid NOT NULL,
	"failing_since" timestamp(3) with time zone,
	"disabled_at" timestamp(3) with time zone,
	"disabled_why" text,
	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "webhook_endpoint_pkey" PRIMARY KEY("organization_id","id"),
	CONSTRAINT "webhook_endpoint_why" CHECK ("disabled_why" in ('by_hand','failing'))
);
--> statement-breakpoint
CREATE INDEX "api_answer_created_at_index" ON "api_answer" ("created_at");--> statement-breakpoint
CREATE INDEX "api_key_prefix_index" ON "api_key" ("prefix");--> statement-breakpoint
CREATE INDEX "api_key_organization_id_member_id_index" ON "api_key" ("organization_id","member_id");--> statement-breakpoint
CREATE INDEX "webform_id_index" ON "webform" ("id");--> statement-breakpoint
CREATE INDEX "webform_submission_organization_id_form_id_created_at_index" ON "webform_submission" ("organization_id","form_id","created_at");--> statement-breakpoint
CREATE INDEX "webform_submission_waiting" ON "webform_submission" ("created_at") WHERE status = 'waiting';--> statement-breakpoint
CREATE INDEX "webhook_attempt_organization_id_delivery_id_at_index" ON "webhook_attempt" ("organization_id","delivery_id","at");--> statement-breakpoint
CREATE INDEX "webhook_delivery_organization_id_endpoint_id_created_at_index" ON "webhook_delivery" ("organization_id","endpoint_id","created_at");--> statement-breakpoint
CREATE INDEX "webhook_delivery_created_at_index" ON "webhook_delivery" ("created_at");--> statement-breakpoint
ALTER TABLE "api_answer" ADD CONSTRAINT "api_answer_OdeE77Rr2teM_fkey" FOREIGN KEY ("organization_id","key_id") REFERENCES "api_key"("organization_id","id") ON DELETE CASCADE;--> statement-breakpoint
ALTER TABLE "api_key" ADD CONSTRAINT "api_key_6VVHa2BDe8Lg_fkey" FOREIGN KEY ("organization_id","member_id") REFERENCES "member"("organization_id","id") ON DELETE CASCADE;--> statement-breakpoint
ALTER TABLE "webform" ADD CONSTRAINT "webform_QyC9c7Nd6yly_fkey" FOREIGN KEY ("organization_id","created_by") REFERENCES "member"("organization_id","id");--> statement-breakpoint
ALTER TABLE "webform" ADD CONSTRAINT "webform_uM2wJ37x3n7O_fkey" FOREIGN KEY ("organization_id","source_id") REFERENCES "source"("organization_id","id");--> statement-breakpoint
ALTER TABLE "webform_submission" ADD CONSTRAINT "webform_submission_UmVBrSLtYP8X_fkey" FOREIGN KEY ("organization_id","form_id") REFERENCES "webform"("organization_id","id") ON DELETE CASCADE;--> statement-breakpoint
ALTER TABLE "webhook_attempt" ADD CONSTRAINT "webhook_attempt_ZCL8YOKSowBV_fkey" FOREIGN KEY ("organization_id","delivery_id") REFERENCES "webhook_delivery"("organization_id","id") ON DELETE CASCADE;--> statement-breakpoint
ALTER TABLE "webhook_delivery" ADD CONSTRAINT "webhook_delivery_Lxo0recJ41t0_fkey" FOREIGN KEY ("organization_id","endpoint_id") REFERENCES "webhook_endpoint"("organization_id","id") ON DELETE CASCADE;--> statement-breakpoint
ALTER TABLE "webhook_endpoint" ADD CONSTRAINT "webhook_endpoint_SEutJ3vIr6ed_fkey" FOREIGN KEY ("organization_id","created_by") REFERENCES "member"("organization_id","id");