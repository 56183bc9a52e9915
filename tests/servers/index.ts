export { selfSigned } from "./certificate.ts";
export { desktopMissing, serverScripts, serversMissing, titleWithServers } from "./available.ts";
export { clientAddress, mailPassword, mailServers, therapistAddress } from "./mail-servers.ts";
export type { MailServers } from "./mail-servers.ts";
export { headerOf, readMailbox, sendAsClient } from "./client-mail.ts";
export { scriptedSmtp } from "./scripted-smtp.ts";
export type { ScriptedSmtp, SmtpScript } from "./scripted-smtp.ts";
