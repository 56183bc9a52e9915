CREATE TABLE `account` (
	`id` text PRIMARY KEY NOT NULL,
	`channel` text NOT NULL,
	`settings` text NOT NULL,
	`created_at` integer NOT NULL,
	`removed_at` integer
) STRICT;
--> statement-breakpoint
CREATE TABLE `client_address` (
	`channel` text NOT NULL,
	`address` text NOT NULL,
	`client_id` text NOT NULL,
	PRIMARY KEY(`channel`, `address`),
	FOREIGN KEY (`client_id`) REFERENCES `client`(`id`) ON UPDATE no action ON DELETE cascade
) STRICT;
--> statement-breakpoint
CREATE INDEX `client_address_client` ON `client_address` (`client_id`);--> statement-breakpoint
CREATE TABLE `client` (
	`id` text PRIMARY KEY NOT NULL,
	`preferred_name` text NOT NULL,
	`language` text NOT NULL,
	`urgent` integer NOT NULL,
	`opted_out` integer NOT NULL,
	`archived` integer NOT NULL,
	`created_at` integer NOT NULL
) STRICT;
--> statement-breakpoint
CREATE TABLE `cursor` (
	`account_id` text NOT NULL,
	`mailbox` text NOT NULL,
	`uid_validity` text NOT NULL,
	`last_uid` integer NOT NULL,
	PRIMARY KEY(`account_id`, `mailbox`),
	FOREIGN KEY (`account_id`) REFERENCES `account`(`id`) ON UPDATE no action ON DELETE cascade
) STRICT;
--> statement-breakpoint
CREATE TABLE `do_not_disturb` (
	`id` text PRIMARY KEY NOT NULL,
	`start` integer NOT NULL,
	`end` integer NOT NULL
) STRICT;
--> statement-breakpoint
CREATE TABLE `message` (
	`id` text PRIMARY KEY NOT NULL,
	`channel` text NOT NULL,
	`account_id` text NOT NULL,
	`external_id` text NOT NULL,
	`sender` text NOT NULL,
	`sender_name` text NOT NULL,
	`client_id` text,
	`subject` text NOT NULL,
	`text` text NOT NULL,
	`attachments` text NOT NULL,
	`envelope` text NOT NULL,
	`unreadable` text,
	`received_at` integer NOT NULL,
	`stored_at` integer NOT NULL,
	`notified_at` integer,
	`read_at` integer,
	`archived_at` integer,
	FOREIGN KEY (`account_id`) REFERENCES `account`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`client_id`) REFERENCES `client`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `message_identity` ON `message` (`channel`,`account_id`,`external_id`);--> statement-breakpoint
CREATE INDEX `message_sender` ON `message` (`channel`,`sender`);--> statement-breakpoint
CREATE INDEX `message_client` ON `message` (`client_id`);--> statement-breakpoint
CREATE INDEX `message_received` ON `message` (`received_at`);--> statement-breakpoint
CREATE TABLE `outbox` (
	`id` text PRIMARY KEY NOT NULL,
	`message_id` text NOT NULL,
	`account_id` text NOT NULL,
	`kind` text NOT NULL,
	`state` text NOT NULL,
	`recipient` text NOT NULL,
	`reply_key` text NOT NULL,
	`subject` text NOT NULL,
	`text` text NOT NULL,
	`external_id` text NOT NULL,
	`reason` text,
	`created_at` integer NOT NULL,
	`expires_at` integer NOT NULL,
	`attempts` integer NOT NULL,
	`next_attempt_at` integer NOT NULL,
	`sent_at` integer,
	`settled_at` integer,
	FOREIGN KEY (`message_id`) REFERENCES `message`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`account_id`) REFERENCES `account`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `outbox_once` ON `outbox` (`reply_key`) WHERE "outbox"."state" <> 'suppressed';--> statement-breakpoint
CREATE INDEX `outbox_message` ON `outbox` (`message_id`);--> statement-breakpoint
CREATE INDEX `outbox_state` ON `outbox` (`state`,`next_attempt_at`);--> statement-breakpoint
CREATE INDEX `outbox_recipient` ON `outbox` (`recipient`,`created_at`);--> statement-breakpoint
CREATE TABLE `override` (
	`series_id` text NOT NULL,
	`recurrence_id` text NOT NULL,
	`kind` text NOT NULL,
	`start` text,
	`duration_minutes` integer,
	PRIMARY KEY(`series_id`, `recurrence_id`),
	FOREIGN KEY (`series_id`) REFERENCES `series`(`id`) ON UPDATE no action ON DELETE cascade,
	CONSTRAINT "moved_has_a_start" CHECK("override"."kind" = 'cancelled' or ("override"."start" is not null and "override"."duration_minutes" is not null))
) STRICT;
--> statement-breakpoint
CREATE TABLE `policy` (
	`version` integer PRIMARY KEY NOT NULL,
	`created_at` integer NOT NULL,
	`document` text NOT NULL
) STRICT;
--> statement-breakpoint
CREATE TABLE `practice` (
	`id` integer PRIMARY KEY NOT NULL,
	`created_at` integer NOT NULL,
	`acknowledged_at` integer NOT NULL,
	CONSTRAINT "practice_is_one" CHECK("practice"."id" = 1)
) STRICT;
--> statement-breakpoint
CREATE TABLE `series` (
	`id` text PRIMARY KEY NOT NULL,
	`client_id` text,
	`title` text NOT NULL,
	`start` text NOT NULL,
	`zone` text NOT NULL,
	`duration_minutes` integer NOT NULL,
	`rule` text,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`client_id`) REFERENCES `client`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE TABLE `verdict` (
	`id` text PRIMARY KEY NOT NULL,
	`message_id` text NOT NULL,
	`decided_at` integer NOT NULL,
	`kind` text NOT NULL,
	`until` integer,
	`rule` text NOT NULL,
	`reasons` text NOT NULL,
	`policy_version` integer NOT NULL,
	`facts` text NOT NULL,
	`current` integer NOT NULL,
	FOREIGN KEY (`message_id`) REFERENCES `message`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`policy_version`) REFERENCES `policy`(`version`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "a_hold_has_its_release" CHECK(("verdict"."kind" = 'hold') = ("verdict"."until" is not null))
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `verdict_current` ON `verdict` (`message_id`) WHERE "verdict"."current" = 1;--> statement-breakpoint
CREATE INDEX `verdict_message` ON `verdict` (`message_id`,`decided_at`);--> statement-breakpoint
CREATE INDEX `verdict_due` ON `verdict` (`until`) WHERE "verdict"."current" = 1 and "verdict"."kind" = 'hold';