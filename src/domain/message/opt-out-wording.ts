/** What automatic messages are called. */
const things =
  "(?:(?:text )?messages?|texts?|texting|sms|e ?mails?|mails?|repl(?:y|ies)|auto ?repl(?:y|ies)|reminders?|notifications?|mensajes?|textos?|correos?|recordatorios?|respuestas?)";
/** Up to three words between the verb and the thing: "stop all of these messages". */
const between = "(?: \\S{1,20}){0,3}";

/** Wordings at the beginning of a sentence, in folded text with single spaces. */
const wordings = [
  // English.
  "(?:(?:can|could|would|will) you (?:please )?|(?:i|we) (?:want|need|would like|d like|id like) you to (?:please )?|you (?:can|may|must|need to|have to) )?stop (?:texting|messaging|e ?mailing|contacting|writing|replying|spamming|notifying|sending)(?: to)?(?: me| us| these| those| any| all| the| your| so| this|$)",
  `stop${between} ${things}$`,
  "(?:do not|dont|never) (?:text|message|e ?mail|contact|write|reply|notify)(?: to)? (?:me|us|this number|this address)",
  `(?:do not|dont|never) send(?: me| us)?(?: any| more| these| this| your| the)*${between} ${things}`,
  `no more${between} ${things}`,
  "(?:remove|delete|take) (?:me|my number|my e ?mail|my address) (?:from|off)",
  "(?:unsubscribe me|opt me out|take me off)",
  "(?:unsubscribe|opt ?out|stop ?all)$",
  "(?:i|id|ill|we)(?: would| d)?(?: like| want| wish| need| have)? to (?:opt out|unsubscribe|be removed from|stop (?:receiving|getting))",
  "(?:i|we) (?:opt out|unsubscribe|revoke (?:my )?consent)",
  `(?:i|we) (?:do not|dont|no longer) want (?:to (?:receive|get)|any|these|your|more)${between} ${things}`,
  "(?:i|we) (?:do not|dont|no longer) want to be (?:texted|messaged|e ?mailed|contacted)",
  // Spanish.
  `no (?:quiero|deseo|queremos) (?:recibir|mas)${between} ${things}`,
  "no me (?:escriba[sn]?|contacte[sn]?|moleste[sn]?)",
  `no me (?:mande[sn]?|envie[sn]?)(?: mas$|${between} ${things})`,
  `(?:no|ya no) (?:quiero|deseo) que me (?:escriba[sn]?|contacte[sn]?|mande[sn]?|envie[sn]?)`,
  "(?:podria[sn]? |puede[sn]? |quiero que )?(?:deje[sn]?|deja|dejar) de (?:escribirme|mandarme|enviarme|contactarme|molestarme|mensajearme)",
  `(?:pare[sn]?|para|parar|detenga[sn]?) (?:de (?:escribirme|mandarme|enviarme)|(?:los|estos|sus|con los)${between} ${things})`,
  `no mas${between} ${things}`,
  "(?:quiero |quisiera |deseo |solicito |me gustaria )?(?:darme|deme|denme|dame|me doy|dar) de baja",
  "(?:borre[n]?me|borrame|quite[n]?me|quitame|saque[n]?me|sacame|elimine[n]?me|eliminame) de",
].map((wording) => new RegExp(`^(?:${wording})(?= |$)`, "u"));

/** A sentence may begin again after a greeting or a courtesy. */
const beginning =
  /^(?:(?:hi|hello|hey|dear|hola|buenas|buenos|ok|okay|so|and|but|just|y|pero)(?: \S{1,20}){0,3}? )?(?:(?:please|pls|plz|por favor|kindly|again) ?)*/u;
const asking = /\b(?:please|pls|plz|por favor) /gu;

function beginningsOf(sentence: string): string[] {
  const asked = Array.from(sentence.matchAll(asking), (match) => sentence.slice(match.index + match[0].length));
  return [sentence, ...asked];
}

/**
 * True when a sentence asks for automatic messages to end in words of its own, in English or Spanish ("please stop
 * texting me", "no más mensajes"). `text` is in lower case, without accents and apostrophes.
 *
 * A sentence has to begin with the wording, at most after a courtesy: "my ex won't stop texting me" is a story.
 */
export function optOutWording(text: string): boolean {
  return text.split(/[.!?¡¿;,\n]+/u).some((part) => {
    const sentence = part.replace(/[^\p{L}\p{N}]+/gu, " ").trim();
    return beginningsOf(sentence).some((begun) => {
      const greeting = beginning.exec(begun)?.[0].length ?? 0;
      return wordings.some((wording) => wording.test(begun) || wording.test(begun.slice(greeting)));
    });
  });
}
