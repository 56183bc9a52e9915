import type { Language } from "../policy/policy.ts";

/** Without accents and in lower case, as the patterns below are written. */
export const folded = (text: string): string =>
  text.normalize("NFD").replaceAll(/\p{M}/gu, "").replaceAll(/[‘’]/g, "'").toLowerCase();

const words = (...alternatives: string[]) => new RegExp(`(?<!\\p{L})(?:${alternatives.join("|")})(?!\\p{L})`, "gu");

/** Words that carriers take for leaving, joining or asking, whoever wrote them (FIELD 4b). Upper case is an instruction. */
export const keywordInCapitals = words(
  "STOP(?:ALL)?",
  "UNSUBSCRIBE",
  "CANCEL",
  "END",
  "QUIT",
  "REVOKE",
  "YES",
  "HELP",
  "INFO",
);
export const keywordAsked = words(
  "(?:reply|text|send|write|type|answer|respond|say|responda|conteste|escriba|envie|mande)(?: back| with| con)? [\"'“«]?(?:stop(?:all)?|unsubscribe|cancel|end|quit|revoke|yes|help|info)",
);

/** What would tell a bystander that this is health care, and which kind (FIELD 4d, L1). */
export const clinical: Readonly<Record<Language, RegExp>> = {
  en: words(
    "(?:psycho|tele)?therap(?:y|ies|ist|ists|eutic)",
    "counsell?(?:ing|or|ors)",
    "psych(?:iatr|olog)\\p{L}+",
    "sessions?",
    "diagnos(?:is|es|ed)",
    "treatments?",
    "patients?",
    "clinic(?:s|al|ian|ians)?",
    "mental health",
    "depress(?:ed|ion|ive)",
    "anxiet(?:y|ies)",
    "trauma(?:tic)?",
    "disorders?",
    "medications?",
    "addict(?:ed|ion|ions)",
    "self-harm",
    "suicid(?:e|al)",
  ),
  es: words(
    "(?:psico|tele)?terap(?:ia|ias|euta|eutas|eutico|eutica)",
    "(?:psic|psiq)\\p{L}+",
    "sesion(?:es)?",
    "diagnostic(?:o|os|ar|ado)",
    "tratamientos?",
    "pacientes?",
    "clinic(?:a|as|o|os)",
    "salud mental",
    "depresi(?:on|ones|vo|va)",
    "ansiedad",
    "trauma(?:s|tico|tica)?",
    "trastornos?",
    "medica(?:cion|mento|mentos)",
    "adicci(?:on|ones)",
    "autolesi(?:on|ones)",
    "suicid(?:io|a|as)",
  ),
};

/** Why somebody is away concerns nobody (FIELD 4d). */
export const reasonForAbsence: Readonly<Record<Language, RegExp>> = {
  en: words(
    "(?:on )?vacation",
    "on holiday",
    "travel(?:s|l?ing)?",
    "trip",
    "abroad",
    "conference",
    "(?:on )?sick(?: leave)?",
    "ill(?:ness)?",
    "surgery",
    "hospital",
    "(?:maternity|paternity|parental) leave",
    "funeral",
  ),
  es: words(
    "(?:de )?vacaciones",
    "(?:de )?viaje",
    "viaj(?:o|ando)",
    "(?:en el )?extranjero",
    "congreso",
    "enferm(?:o|a|edad)",
    "cirugia",
    "hospital",
    "(?:de )?baja",
    "(?:maternidad|paternidad)",
    "funeral",
  ),
};

/** What an automatic reply cannot keep (FIELD 4d). */
export const promise: Readonly<Record<Language, RegExp>> = {
  en: words(
    "(?:i|we)(?: will|'ll)(?: \\p{L}+)? (?:answer|reply|respond|write|call|text|get back)(?: (?:to )?you)?",
    "(?:i|we) promise",
    "as soon as possible",
    "right away",
    "immediately",
  ),
  es: words(
    "(?:le |te |les )?(?:responder|contestar|llamar|escribir)(?:e|emos)",
    "lo antes posible",
    "en cuanto pued[ao]",
    "de inmediato",
    "inmediatamente",
  ),
};

/** What is not true: the app detects nothing and alerts nobody but the therapist (FIELD C4). */
export const claim: Readonly<Record<Language, RegExp>> = {
  en: words(
    "(?:someone|somebody|a person|help|i|we|the team|your therapist)(?: is| was| has been| have been|'ve been| will be|'ll be| am|'m| are|'re)(?: being)? (?:alerted|notified|informed|on the way)",
    "(?:we|i|the app|the system)(?: have|'ve| has)? (?:detected|noticed|flagged|recogni[sz]ed)",
    "monitor(?:ed|ing)",
    "under review",
  ),
  es: words(
    "(?:se ha|hemos|he) (?:avisado|alertado|notificado|informado)",
    "(?:alguien|una persona) (?:ha sido|sera|es) (?:avisad[oa]|alertad[oa]|notificad[oa])",
    "(?:se ha|hemos|he) detectado",
    "(?:supervisad|monitoread|monitorizad)[oa]s?",
    "la ayuda esta en camino",
  ),
};

/** A zone written by hand; half the year it is the wrong one. Matched as written. */
export const zoneByHand =
  /(?<![\p{L}/])(?:[ECMP][SD]T|AK[SD]T|HST|AST|ADT|NST|NDT|GMT|UTC|BST|IST|WES?T|CES?T|EES?T|AE[SD]T|AC[SD]T|AWST|NZ[SD]T|(?:Eastern|Central|Mountain|Pacific|Greenwich Mean|British Summer|Irish)(?: Standard| Daylight)? [Tt]ime|[Hh]ora (?:del? )?(?:Este|este|Centro|centro|central|Central|oriental|Oriental|Pacífico|pacífico|la [Mm]ontaña|[Mm]ontaña|[Ee]spañola|peninsular)|(?:Africa|America|Asia|Atlantic|Australia|Europe|Pacific)\/\p{L}[\p{L}_/-]+)(?!\p{L})/gu;

/** Before a short number, these make it a number to call and not a room or a count. Matched folded. */
export const toCall =
  /(?:call|dial|phone|ring|text|contact|emergency|emergencies|crisis|urgent|llam|marque|marcar|texto|mensaje|telefono|emergencia|urgencia)[^.!?\d]*$/u;

/** Everything that could be a telephone number. */
export const telephoneNumber = /(?<![\d:.,/-])\d(?:[ .()-]{0,2}\d){1,14}(?![\d:]|[.,/-]\d)/g;
