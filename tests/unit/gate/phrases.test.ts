import { describe, expect, test } from "vitest";
import { findPhrase, isCallForHelp } from "../../../src/domain/gate/phrases.ts";
import { policySchema } from "../../../src/domain/policy/policy.ts";
import { defaultSafetyPhrases } from "../../../src/practice/words.ts";
import { policyWith } from "../../builders/policy.ts";

const found = (text: string) => findPhrase(text, defaultSafetyPhrases);

describe("a phrase is found however it is written (FIELD C3)", () => {
  test.each([
    ["in capitals", "I WANT TO DIE", "want to die"],
    ["elongated", "i want to diiiiie pleeease", "want to die"],
    ["over several lines", "I want\r\n\r\n to\tdie", "want to die"],
    ["letter by letter", "s u i c i d e", "suicide"],
    ["letter by letter and elongated", "s u u u u i c i d e", "suicide"],
    ["with a gap inside a word", "kill  my self", "kill myself"],
    ["without gaps", "killmyself", "kill myself"],
    ["with full stops inside", "su.i.ci.de", "suicide"],
    ["hyphened", "sui-\ncide", "suicide"],
    ["with digits for letters", "su1c1d3", "suicide"],
    ["with one digit for either of two letters", "ki11 mys31f", "kill myself"],
    ["with signs for letters", "k!ll my$elf", "kill myself"],
    ["with a sign for the first letter", "wow!! $uicide", "suicide"],
    ["with a star for a letter", "k*ll myself", "kill myself"],
    ["with two stars", "s**cide", "suicide"],
    ["with stars between the letters", "s*u*i*c*i*d*e", "suicide"],
    ["in bold as mail programs write it", "I want to *die*", "want to die"],
    ["with zero-width spaces and soft hyphens", "sui\u200Bci\u00ADde", "suicide"],
    ["in Cyrillic letters that look Latin", "ѕuісіdе", "suicide"],
    ["in Greek capitals that look Latin", "ΚΙLL ΜYSΕLF", "kill myself"],
    ["in full-width letters", "ｓｕｉｃｉｄｅ", "suicide"],
    ["in mathematical letters", "𝓼𝓾𝓲𝓬𝓲𝓭𝓮", "suicide"],
    ["in small capitals", "ᴋɪʟʟ ᴍʏsᴇʟꜰ", "kill myself"],
    ["in flag letters", "🇰🇲🇸", "kms"],
    ["with accents that do not belong there", "sùïçídé", "suicide"],
    ["without the accents that belong there", "QUIERO MORIR", "quiero morir"],
    ["with a curly apostrophe", "I can’t go on", "cant go on"],
    ["with an emoji inside", "kill 😭 myself", "kill myself"],
    ["negated", "I'm not suicidal", "suicidal"],
    ["in the quoted part of a reply", "ok\n> I want\n> to die", "want to die"],
    ["as an emoji among others", "😊💊💊💊", "💊\uFE0F"],
    ["as an emoji with or without its variation sign", "\u2620", "\u2620\uFE0F"],
    ["as a number with its unit", "what would 800mg do", "# mg"],
    ["as a number apart from its unit", "1,000 MG", "# mg"],
    ["right behind a number", "i have 30pills", "pills"],
  ])("%s", (_how, text, phrase) => {
    expect(found(text)).toBe(phrase);
  });
});

test.each([
  "abridged",
  "The programme has begun",
  "My nose is running",
  "Dr. Gunn and Mrs. Cutter",
  "an odd question",
  "the discrisis",
  "He skilled herself up",
  "European grapes and therapists",
  "knifelike blader razorback spillsome",
  "mg",
  "5 mgx",
  "g**",
  "",
  "\u200B",
])("%j has no phrase as whole words", (text) => {
  expect(found(text)).toBeNull();
});

describe("what clients write when it matters", () => {
  test.each([
    "I don't know how to say this but I've been thinking about suicide again",
    "i cant do this anymore",
    "I just want it all to end",
    "everyone would be better off without me",
    "There's no reason to live since he left",
    "kms lol",
    "someone online told me to kys",
    "i've been looking at ctb forums",
    "I don't want to be here anymore. I'm so tired",
    "I took too many",
    "how many ibuprofen is too many",
    "i have 800mg and a bottle of wine",
    "I'm standing on the bridge",
    "there is a gun in the house",
    "my brother hid the rope",
    "I have the blade in my hand",
    "I cut myself last night",
    "i am gonna jump off",
    "Thank you for everything. Please forgive me.",
    "By the time you read this I won't be around",
    "tell them I love them",
    "he hit me again",
    "I'm not safe at home",
    "My husband threatened to kill us",
    "I think I'm in danger",
    "She's hitting me and he won't let me leave",
    "I want to hurt someone",
    "I keep hearing voices",
    "should I call 988?",
    "I need to talk now",
    "It was not a suicide attempt, don't worry",
    "💊🙂",
    "goodbye ⚰️",
    "No quiero vivir",
    "Ya no puedo más, doctora",
    "tengo ganas de morirme",
    "me quiero matar",
    "He pensado en quitarme la vida",
    "Estarían mejor sin mí",
    "me voy a tomar todas las pastillas",
    "Estoy pensando en tirarme del puente",
    "Tengo un cuchillo",
    "Perdón por todo. Gracias por todo.",
    "Cuando ya no esté, cuida a mis hijos",
    "Diles que los quiero",
    "Me despido",
    "mi esposo me pega",
    "Me está amenazando con una pistola",
    "Estoy en peligro",
    "no me deja salir de la casa",
    "Tengo miedo por mi vida",
    "Necesito ayuda ya",
    "Quiero hacerme daño",
    "no me quiero su1c1dar",
    "Oigo voces",
    "I slit my wrists",
    "I cut my wrists last night",
    "thinking of cutting my wrists",
    "I've been self-harming again",
    "I self harmed on Sunday",
    "Nobody will miss me",
    "No one will miss me anyway",
    "My husband hit me",
    "my wife hits me when she drinks",
    "My partner hit me on Saturday",
    "my boyfriend hits me",
    "her dad hit me",
    "my step-father hits me",
    "my mother hit me",
    "I'm going to end it tonight",
    "I am ending it tonight",
    "My life is not worth living",
    "life isn't worth living anymore",
    "I'm so tired of being alive",
    "I have enough sleeping tablets",
    "me voy a matar",
    "Me quiero quitar la vida",
    "me voy a quitar la vida",
    "Quiero acabar con todo",
    "No quiero seguir viviendo",
    "ya no quiero existir",
    "quiero dejar de existir",
    "Voy a saltar del puente",
    "me voy a tirar del puente",
    "pienso en tirarme de un puente",
    "Voy a cortarme las venas",
    "me voy a cortar las venas",
    "Me quiero hacer daño",
    "Nadie me va a extrañar",
    "Nadie me echaría de menos",
    "Mi marido me ha pegado",
    "Tengo somníferos en casa",
  ])("%j is found", (text) => {
    expect(found(text)).not.toBeNull();
  });
});

describe("everyday messages wait", () => {
  test.each([
    "Hi, could we move Tuesday to Thursday at 3?",
    "Running 10 minutes late, sorry!",
    "I can't make it tomorrow, my daughter is sick. Can we reschedule?",
    "Thanks for today. See you next week!",
    "Could you send me the invoice for October? My insurance needs the code.",
    "I paid $150 by card, is there a receipt?",
    "Did my homework, it went really well this week",
    "Please help me find a time next month",
    "Can you help with the form?",
    "I finished the book you recommended, an abridged edition",
    "My new job has begun and the program is great",
    "The kids are killing time at grandma's",
    "Traffic is dreadful on I-5, be there soon",
    "My phone died, sorry I missed your call",
    "We had to cancel the party, the deadline moved",
    "I had an odd dream about my living room",
    "The group was fine. I skipped breakfast and jumped right in",
    "Is parking on Bridgewater Avenue free?",
    "I am feeling a bit low but the breathing exercise helped",
    "My email is a.gunther@example.com, phone 555-0142",
    "Can I bring my partner to the session on 12/04 at 17:30?",
    "I'd like to talk about my mother next time",
    "My last message did not go through, did you get it?",
    "Not urgent, just let me know when you are back",
    "Merry Christmas and a happy new year 🎄😊",
    "What is the wifi password in the waiting room?",
    "I loved the hike, the weather was so nice!!! ❤️❤️",
    "My therapist before you used worksheets",
    "Do you take Aetna? *asking for a friend*",
    "https://example.com/a?id=4815162342&x=%20y",
    "Hola, ¿podemos cambiar la cita del martes al jueves?",
    "Ya no puedo el martes, ¿tiene otra hora?",
    "Llego diez minutos tarde, perdón",
    "¿Me puede mandar la factura de octubre?",
    "Gracias, nos vemos la próxima semana",
    "Hice la tarea y me fue muy bien",
    "No estoy seguro de la hora, ¿a las 4 o a las 5?",
    "La semana del puente de mayo no estoy",
    "Se arma un lío en casa cuando llego del trabajo",
    "Mi hijo tiene fiebre, tengo que cancelar",
    "¿Dónde puedo aparcar? Voy en coche",
    "Feliz Navidad 🎄",
    "Dormí mejor esta semana y desayuné con mi mamá",
    "El seguro pide un código de diagnóstico",
    "¿Puede ayudarme con el formulario?",
    "Quería hablar de mi hermana en la sesión",
    "Confirmo la cita de mañana",
    "It just hit me that I never sent the form",
    "Could we end it at ten to four?",
    "I filled in the sheet about a life worth living",
    "The tickets are not worth it",
    "I will miss the group on Tuesday",
    "My partner and I hit the road on Friday",
    "The harm done to the car is small",
    "El puente de diciembre estamos fuera",
    "Pasamos el puente de mayo en casa de mi hermana",
    "Quiero acabar el curso antes de mayo",
    "Me voy a cortar el pelo el martes",
    "Sigo viviendo en la misma casa",
    "Voy a echar de menos al grupo",
  ])("%j", (text) => {
    expect(found(text)).toBeNull();
  });
});

describe("the list", () => {
  test("names the first of its phrases that occurs, wherever that stands in the text", () => {
    expect(findPhrase("pills, and I want to die", ["want to die", "pills"])).toBe("want to die");
  });

  test("is the therapist's: words of their own in any script, with numbers and accents", () => {
    const own = ["plan b", "jirafa azul", "хочу умереть", "code #4", "# drinks"];
    expect(findPhrase("it is time for Plan B.", own)).toBe("plan b");
    expect(findPhrase("JIRAFA AZÚL", own)).toBe("jirafa azul");
    expect(findPhrase("Я ХОЧУ УМЕРЕТЬ", own)).toBe("хочу умереть");
    expect(findPhrase("code 4", own)).toBe("code #4");
    expect(findPhrase("had 12 drinks", own)).toBe("# drinks");
    expect(findPhrase("had drinks", own)).toBeNull();
  });

  test("an entry without two letters or an emoji is met by nothing, so a slip does not let every message through", () => {
    expect(findPhrase("a c - ? !! # 5", ["a", "c++", "?!", "#", " "])).toBeNull();
  });

  test("an empty list finds nothing", () => {
    expect(findPhrase("I want to die", [])).toBeNull();
  });

  test("as shipped it is a valid part of a policy and says nothing twice", () => {
    const { gate } = policySchema.parse(policyWith());
    expect(gate.safetyPhrases).toEqual(defaultSafetyPhrases);
    expect(new Set(defaultSafetyPhrases).size).toBe(defaultSafetyPhrases.length);
  });
});

test.each(
  [
    "a ",
    "k*",
    "i!",
    "1!",
    "!@$",
    "1 ",
    "s*s*s ",
    "k1!l!1|i",
    "want to d!",
    "💊x",
    "😀🙃",
    "i1",
    "*#%",
    "kill myseli ",
    "\u0301",
  ].map((piece) => [piece]),
)("a text of 100,000 signs made of %j is read to its end", (piece) => {
  const long = piece.repeat(Math.ceil(100_000 / piece.length));
  expect(found(`${long} suicide`)).not.toBeNull();
});

describe("HELP alone is a call for help", () => {
  test.each([
    "HELP",
    "help!!!",
    ' "Help" ',
    "HEEELP",
    "h e l p",
    "h3lp",
    "Help me",
    "please help me",
    "I need help",
    "SOS",
    "¡Ayuda!",
    "Ayúdame",
    "ayúdeme por favor",
    "Necesito ayuda",
    "ＨＥＬＰ",
    "HELP ME NOW",
    "help help help",
    "help please",
    "Please help!! Please!!",
    "help me please help me",
    "somebody help me",
    "I need help now",
    "SOS SOS",
    "ayuda ayuda",
    "¡Ayúdame ya, por favor!",
  ])("%j", (text) => {
    expect(isCallForHelp(text)).toBe(true);
  });

  test.each([
    "help me find a time",
    "helpful",
    "I helped",
    "",
    "INFO",
    "please",
    "I need it now",
    "now please me",
    `help${" very".repeat(100)}`,
  ])("%j is none", (text) => {
    expect(isCallForHelp(text)).toBe(false);
  });
});
