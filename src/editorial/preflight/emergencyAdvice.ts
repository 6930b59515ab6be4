/**
 * Whether a text tells its reader to get help at once: to call an emergency number, to go to an emergency department, or to seek help
 * without waiting. "You do not need to call 911" is no such advice.
 */
export function givesEmergencyAdvice(text: string, locale: string): boolean {
  const { advice, negation } = locale.startsWith('es') ? spanish : english
  return advice.some((pattern) =>
    [...text.matchAll(pattern)].some(({ index }) => !negation.test(text.slice(Math.max(0, index - 40), index))),
  )
}

/** What may stand within one piece of advice. */
const near = '[^.!?\\n]{0,60}?'

const english = {
  advice: [
    new RegExp(
      `\\b(?:call|dial|phone|ring)\\b${near}\\b(?:911|999|112|000|emergency (?:number|services?|medical services)|ambulance|EMS)\\b`,
      'gi',
    ),
    new RegExp(
      `\\b(?:get|go|seek|visit|find|ask for|need|needs|take \\w+)\\b${near}\\b(?:emergency (?:room|department|help|care|medical (?:help|care)|services?)|the emergency|A&E|ER)\\b`,
      'gi',
    ),
    new RegExp(
      `\\b(?:get|seek|call for|ask for)\\b${near}\\b(?:help|care|attention|checked)\\b${near}\\b(?:right away|at once|immediately|straight away|urgently)`,
      'gi',
    ),
    /\b(?:this|it|they|these|that) (?:is|are|can be|may be) an? (?:medical )?emergency\b/gi,
  ],
  negation: /\b(?:do not|don['’]t|does not|need not|no need to|not need to|not have to|never|is not|are not)\s+$/i,
}

const spanish = {
  advice: [
    new RegExp(
      `(?<!\\p{L})(?:llame|llama|llamar|marque|marcar|pida|pedir)(?!\\p{L})${near}(?<![\\p{L}\\d])(?:911|112|061|066|999|(?:número|servicios?|teléfono)[^.!?\\n]{0,20}(?:emergencias?|urgencias?)|emergencias|urgencias|ambulancia)(?![\\p{L}\\d])`,
      'giu',
    ),
    new RegExp(
      `(?<!\\p{L})(?:acuda|vaya|busque|obtenga|consiga|pida|solicite|necesita|acudir|buscar|obtener|pedir|ir)(?!\\p{L})${near}(?<!\\p{L})(?:emergencias?|urgencias?)(?!\\p{L})`,
      'giu',
    ),
    new RegExp(
      `(?<!\\p{L})(?:busque|obtenga|consiga|pida|solicite|buscar|pedir)(?!\\p{L})${near}(?:ayuda|atención)${near}(?:de inmediato|inmediatamente|inmediata|enseguida|en seguida|urgente|ahora mismo|cuanto antes)(?!\\p{L})`,
      'giu',
    ),
    /(?<!\p{L})(?:es|puede ser) una emergencia(?!\p{L})/giu,
  ],
  negation: /(?<!\p{L})(?:no|nunca|sin|no es necesario|no hace falta|no necesita)\s+$/iu,
}
