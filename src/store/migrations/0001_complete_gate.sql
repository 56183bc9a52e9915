CREATE TABLE `acknowledgement` (
	`client_id` text NOT NULL,
	`edition` integer NOT NULL,
	`acknowledged_at` integer NOT NULL,
	PRIMARY KEY(`client_id`, `edition`),
	FOREIGN KEY (`client_id`) REFERENCES `client`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`edition`) REFERENCES `edition`(`number`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE TABLE `draft` (
	`message_id` text PRIMARY KEY NOT NULL,
	`text` text NOT NULL,
	`written_at` integer NOT NULL,
	FOREIGN KEY (`message_id`) REFERENCES `message`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE TABLE `edition` (
	`number` integer PRIMARY KEY NOT NULL,
	`policy_version` integer NOT NULL,
	`issued_at` integer NOT NULL,
	`document` text NOT NULL,
	FOREIGN KEY (`policy_version`) REFERENCES `policy`(`version`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE TABLE `sender` (
	`channel` text NOT NULL,
	`address` text NOT NULL,
	`blocked_at` integer,
	`opted_out_at` integer,
	PRIMARY KEY(`channel`, `address`)
) STRICT;
--> statement-breakpoint
CREATE TABLE `vacation` (
	`closure_id` text PRIMARY KEY NOT NULL,
	`created_at` integer NOT NULL,
	`arrangements` text NOT NULL,
	`ended_at` integer
) STRICT;
--> statement-breakpoint
CREATE TABLE `__new_outbox` (
	`id` text PRIMARY KEY NOT NULL,
	`message_id` text,
	`client_id` text,
	`account_id` text NOT NULL,
	`kind` text NOT NULL,
	`timing` text DEFAULT 'now' NOT NULL,
	`state` text NOT NULL,
	`recipient` text NOT NULL,
	`reply_key` text NOT NULL,
	`subject` text NOT NULL,
	`text` text NOT NULL,
	`external_id` text NOT NULL,
	`reason` text,
	`created_at` integer NOT NULL,
	`expires_at` integer,
	`attempts` integer NOT NULL,
	`next_attempt_at` integer NOT NULL,
	`sent_at` integer,
	`settled_at` integer,
	FOREIGN KEY (`message_id`) REFERENCES `message`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`client_id`) REFERENCES `client`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`account_id`) REFERENCES `account`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "an_automatic_reply_answers_and_expires" CHECK(`kind` in ('by-hand', 'notice') or (`message_id` is not null and `expires_at` is not null))
) STRICT;
--> statement-breakpoint
INSERT INTO `__new_outbox`("id", "message_id", "account_id", "kind", "state", "recipient", "reply_key", "subject", "text", "external_id", "reason", "created_at", "expires_at", "attempts", "next_attempt_at", "sent_at", "settled_at") SELECT "id", "message_id", "account_id", "kind", "state", "recipient", "reply_key", "subject", "text", "external_id", "reason", "created_at", "expires_at", "attempts", "next_attempt_at", "sent_at", "settled_at" FROM `outbox`;--> statement-breakpoint
DROP TABLE `outbox`;--> statement-breakpoint
ALTER TABLE `__new_outbox` RENAME TO `outbox`;--> statement-breakpoint
CREATE UNIQUE INDEX `outbox_once` ON `outbox` (`reply_key`) WHERE "outbox"."state" <> 'suppressed';--> statement-breakpoint
CREATE INDEX `outbox_message` ON `outbox` (`message_id`);--> statement-breakpoint
CREATE INDEX `outbox_state` ON `outbox` (`state`,`next_attempt_at`);--> statement-breakpoint
CREATE INDEX `outbox_recipient` ON `outbox` (`recipient`,`created_at`);--> statement-breakpoint
CREATE INDEX `outbox_client` ON `outbox` (`client_id`);--> statement-breakpoint
ALTER TABLE `client_address` ADD `shared` integer DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE `client` ADD `zone` text;--> statement-breakpoint
ALTER TABLE `message` ADD `snoozed_until` integer;--> statement-breakpoint
ALTER TABLE `message` ADD `alerts` integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE `message` ADD `alerted_at` integer;--> statement-breakpoint
ALTER TABLE `message` ADD `keyword` text;--> statement-breakpoint
ALTER TABLE `message` ADD `keyword_settled_at` integer;--> statement-breakpoint
CREATE TRIGGER `outbox_kind_never_changes` BEFORE UPDATE OF `kind` ON `outbox` WHEN old.`kind` <> new.`kind`
BEGIN
	SELECT RAISE(ABORT, 'What a reply is never changes.');
END;
--> statement-breakpoint
CREATE TRIGGER `outbox_words_by_hand_never_change` BEFORE UPDATE OF `subject`, `text`, `recipient` ON `outbox` WHEN old.`kind` = 'by-hand'
BEGIN
	SELECT RAISE(ABORT, 'Words written by hand are never changed.');
END;
