import { once } from "node:events";
import type { AddressInfo, Socket } from "node:net";
import { createInterface } from "node:readline";
import { createServer } from "node:tls";
import { selfSigned } from "./certificate.ts";

/** What the server does at one step: a reply line, `drop` to end the connection, or `silence` to say nothing for ever. */
export type Answer = string;

/** The steps at which a script differs from a server that takes everything. */
export interface SmtpScript {
  readonly greeting?: Answer;
  /** Lines of the EHLO reply after the first. */
  readonly extensions?: readonly string[];
  readonly auth?: Answer;
  readonly mail?: (command: string) => Answer;
  readonly rcpt?: (sender: string) => Answer;
  readonly data?: Answer;
  /** After the final dot. */
  readonly content?: (sender: string) => Answer;
  /** End the connection as soon as this much of the message has come. */
  readonly dropInContent?: boolean;
}

/** An SMTP server over TLS that does exactly what real servers do only on bad days. */
export interface ScriptedSmtp {
  readonly port: number;
  readonly certificateAuthority: string;
  /** Every command line, over all connections. */
  readonly commands: string[];
  /** Every message that came in whole, whether or not it was accepted. */
  readonly messages: string[];
  stop(): Promise<void>;
}

const pair = { current: null as ReturnType<typeof selfSigned> | null };

export async function scriptedSmtp(script: SmtpScript): Promise<ScriptedSmtp> {
  const certificate = (pair.current ??= selfSigned());
  const commands: string[] = [];
  const messages: string[] = [];
  const sockets = new Set<Socket>();
  const server = createServer(certificate, (socket) => {
    sockets.add(socket);
    socket.on("close", () => sockets.delete(socket));
    socket.on("error", () => socket.destroy());
    converse(socket, script, commands, messages);
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  return {
    port: (server.address() as AddressInfo).port,
    certificateAuthority: certificate.cert,
    commands,
    messages,
    stop: async () => {
      for (const socket of sockets) socket.destroy();
      server.close();
      await once(server, "close");
    },
  };
}

function converse(socket: Socket, script: SmtpScript, commands: string[], messages: string[]): void {
  let sender = "";
  let content: string[] | null = null;
  const say = (answer: Answer) => {
    if (answer === "drop") socket.destroy();
    else if (answer !== "silence") socket.write(`${answer}\r\n`);
  };
  const lines = createInterface({ input: socket });
  lines.on("error", () => socket.destroy());
  lines.on("line", (line) => {
    if (content !== null) {
      if (script.dropInContent === true) return say("drop");
      if (line !== ".") return void content.push(line);
      messages.push(content.join("\n"));
      content = null;
      return say(script.content?.(sender) ?? "250 taken");
    }
    commands.push(line);
    const verb = line.slice(0, 4).toUpperCase();
    switch (verb) {
      case "EHLO": {
        const said = ["scripted", ...(script.extensions ?? ["AUTH PLAIN", "DSN", "SIZE 1000000"])];
        return socket.write(said.map((one, at) => `250${at === said.length - 1 ? " " : "-"}${one}\r\n`).join(""));
      }
      case "AUTH":
        return say(script.auth ?? "235 welcome");
      case "MAIL":
        sender = /<(.*?)>/.exec(line)?.[1] ?? "";
        return say(script.mail?.(line) ?? "250 sender taken");
      case "RCPT":
        return say(script.rcpt?.(sender) ?? "250 recipient taken");
      case "DATA": {
        const answer = script.data ?? "354 go on";
        if (answer.startsWith("354")) content = [];
        return say(answer);
      }
      case "QUIT":
        return say("221 bye");
      default:
        return say("500 what");
    }
  });
  say(script.greeting ?? "220 scripted");
}
