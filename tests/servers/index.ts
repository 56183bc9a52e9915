export { selfSigned } from "./certificate.ts";
export { desktopMissing, serverScripts, serversMissing, sieveMissing, titleWithServers } from "./available.ts";
export { clientAddress, mailPassword, mailServers, therapistAddress } from "./mail-servers.ts";
export type { MailServers } from "./mail-servers.ts";
export { headerOf, readMailbox, sendAsClient } from "./client-mail.ts";
export { brokenResponder } from "./broken-responder.ts";
export { useSieveScript } from "./sieve-script.ts";
export { scriptedSmtp } from "./scripted-smtp.ts";
export type { ScriptedSmtp, SmtpScript } from "./scripted-smtp.ts";
