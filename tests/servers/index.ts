export { serversMissing } from "./available.ts";
export { clientAddress, mailPassword, mailServers, therapistAddress } from "./mail-servers.ts";
export type { MailServers, Restartable } from "./mail-servers.ts";
export { headerOf, readMailbox, sendAsClient } from "./client-mail.ts";
