DROP INDEX "robot_decision_organization_id_robot_id_at_index";--> statement-breakpoint
DROP INDEX "message_organization_id_created_at_index";--> statement-breakpoint
DROP INDEX "notification_organization_id_member_id_created_at_index";--> statement-breakpoint
CREATE INDEX "robot_decision_robot" ON "robot_decision" ("organization_id","robot_id","at");--> statement-breakpoint
CREATE INDEX "activity_done" ON "activity" ("organization_id","done_at") WHERE done_at is not null and deleted_at is null;--> statement-breakpoint
CREATE INDEX "company_list" ON "company" ("organization_id","created_at","id") WHERE deleted_at is null;--> statement-breakpoint
CREATE INDEX "contact_list" ON "contact" ("organization_id","created_at","id") WHERE deleted_at is null;--> statement-breakpoint
CREATE INDEX "message_list" ON "message" ("organization_id","created_at");--> statement-breakpoint
CREATE INDEX "notification_list" ON "notification" ("organization_id","member_id","created_at","id");