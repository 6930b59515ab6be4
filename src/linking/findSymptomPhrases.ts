import { type Language, languageOf } from './language'
import { fold } from './tokens'

/** The words by which a phrase is taken for a symptom. Forms of a word need not be listed: inflected words count too. */
export interface SymptomPhraseWords {
  /** Name a complaint by themselves: numbness. */
  signs: readonly string[]
  /** Signs that have no other form: swelling is a noun, and swells is none. */
  fixed?: RegExp
  /** Name one only beside a part of the body: pressure in the chest. */
  weakSigns: readonly string[]
  /** Make one of a part of the body: dry mouth. Beside a sign they belong to it: burning pain. */
  qualities: readonly string[]
  bodyParts: readonly string[]
  /** Make one of what the body does: trouble swallowing, loss of appetite. */
  troubles: readonly string[]
  troubledBy: readonly string[]
  /** Stand between a sign and where or when it is: numbness in your fingers, pain when urinating. */
  links: readonly string[]
  determiners: readonly string[]
  /** Whether a quality, or a part of the body, stands before its noun: dry mouth, and not boca seca. */
  qualityFirst: boolean
  /** How words end that are complaints: -algia. */
  ending: RegExp
}

/** A phrase of the text that looks like a symptom. Offsets are UTF-16 code units. */
export interface SymptomPhrase {
  start: number
  end: number
  text: string
}

/** Texts are full of complaints; an editor looks at a few. */
const mostPhrases = 200

/**
 * Phrases that look like symptoms and are in no vocabulary yet, for an editor to make into one. A modest heuristic, meant to
 * be right more often than complete: it knows a few shapes, listed in `phraseAt`, and the words of each language for them.
 * Nothing is linked by it.
 *
 * @param taken places that are named already, in any order; a phrase that touches one is left out
 */
export function findSymptomPhrases(
  text: string,
  locale: string,
  taken: readonly { start: number; end: number }[] = [],
): SymptomPhrase[] {
  const language = languageOf(locale)
  const words = wordsIn(text, language)
  const places = taken.toSorted((a, b) => a.start - b.start)
  const phrases: SymptomPhrase[] = []
  let place = 0
  for (let at = 0; at < words.length && phrases.length < mostPhrases; at++) {
    const to = phraseAt(words, at, language)
    if (to === at) continue
    const { start } = words[at] as Word
    const { end } = words[to - 1] as Word
    at = to - 1
    while ((places[place]?.end ?? Number.POSITIVE_INFINITY) <= start) place++
    if ((places[place]?.start ?? Number.POSITIVE_INFINITY) < end) continue
    phrases.push({ start, end, text: text.slice(start, end) })
  }
  return phrases
}

/** What a word may be in a phrase; a word can be several: burning is a sign and a quality. */
const Part = { sign: 1, weak: 2, quality: 4, body: 8, trouble: 16, troubled: 32, link: 64, determiner: 128 } as const

interface Word {
  start: number
  end: number
  parts: number
  /** Whether nothing but a space or a hyphen parts it from the word before. */
  joined: boolean
}

/**
 * Where the phrase ends that begins with this word, or the word itself where none does:
 *
 * - trouble swallowing, loss of the appetite;
 * - burning pain, jaw pain, numbness; each also with where or when: numbness in your left hand, ardor al orinar;
 * - dry mouth, swollen ankles; ojos llorosos.
 */
function phraseAt(words: readonly Word[], at: number, { symptomPhrases: { qualityFirst } }: Language): number {
  const is = (index: number, parts: number): boolean => {
    const word = words[index]
    return word !== undefined && (word.parts & parts) !== 0 && (index === at || word.joined)
  }
  /** Behind the words between, if what follows them is such a part. */
  const behind = (from: number, parts: number, needsLink: boolean): number => {
    let next = from
    while (next - from < 3 && is(next, Part.link)) next++
    if (needsLink && next === from) return from
    while (next - from < 4 && is(next, Part.determiner)) next++
    if (qualityFirst && is(next, Part.quality) && is(next + 1, parts)) next++
    return is(next, parts) ? next + 1 : from
  }

  if (is(at, Part.trouble)) return endOr(at, at + 1, behind(at + 1, Part.troubled, false))

  const modifiers = Part.quality | Part.body
  let head = at
  if (qualityFirst) while (head - at < 2 && is(head, modifiers) && !is(head, Part.sign)) head++
  // the last of several signs is the head: burning pain
  if (is(head, Part.sign | Part.weak) && is(head + 1, Part.sign)) head++
  if (is(head, Part.sign | Part.weak)) {
    let end = head + 1
    if (!qualityFirst && is(end, Part.quality)) end++
    const placed = behind(end, Part.body | Part.troubled, true)
    const alone = is(head, Part.sign) || head > at || end > head + 1
    return placed > end ? placed : alone ? end : at
  }
  const [first, second] = qualityFirst ? [Part.quality, Part.body] : [Part.body, Part.quality]
  return is(at, first) && is(at + 1, second) ? at + 2 : at
}

const endOr = (none: number, from: number, end: number): number => (end > from ? end : none)

function wordsIn(text: string, language: Language): Word[] {
  const parts = partsKnown(language)
  const words: Word[] = []
  let end = -1
  for (const match of text.matchAll(/[\p{L}\p{M}]+(?:['’][\p{L}\p{M}]+)*/gu)) {
    const joined = end >= 0 && /^(?:-|[ \u00a0]{1,2})$/.test(text.slice(end, match.index))
    end = match.index + match[0].length
    words.push({ start: match.index, end, parts: parts(match[0]), joined })
  }
  return words
}

/** More words than this are forgotten and looked at anew. */
const mostWords = 1 << 15
const surfaces = new WeakMap<Language, Map<string, number>>()

/** What words may be, each looked at once: a text is asked about again at every pause of whoever writes it. */
function partsKnown(language: Language): (surface: string) => number {
  const listed = listedIn(language)
  const seen = surfaces.get(language) ?? new Map<string, number>()
  surfaces.set(language, seen)
  return (surface) => {
    const before = seen.get(surface)
    if (before !== undefined) return before
    if (seen.size >= mostWords) seen.clear()
    const parts = partsOf(language.normalize(fold(surface)), listed, language)
    seen.set(surface, parts)
    return parts
  }
}

/** A listed word and what it may be, by its stem, since forms of it count too. */
type Listed = ReadonlyMap<string, readonly { form: string; part: number }[]>

function partsOf(form: string, listed: Listed, language: Language): number {
  const { ending, fixed } = language.symptomPhrases
  let parts = ending.test(form) ? Part.sign : 0
  for (const { form: own, part } of listed.get(language.stem(form)) ?? [])
    if (form === own || (!fixed?.test(own) && language.agrees(own, form, false) !== 'no')) parts |= part
  return parts
}

const known = new WeakMap<Language, Listed>()

function listedIn(language: Language): Listed {
  const before = known.get(language)
  if (before) return before
  const listed = new Map<string, { form: string; part: number }[]>()
  const list = language.symptomPhrases
  const all: [readonly string[], number][] = [
    [list.signs, Part.sign],
    [list.weakSigns, Part.weak],
    [list.qualities, Part.quality],
    [list.bodyParts, Part.body],
    [list.troubles, Part.trouble],
    [list.troubledBy, Part.troubled],
    [list.links, Part.link],
    [list.determiners, Part.determiner],
  ]
  for (const [words, part] of all)
    for (const word of words) {
      const form = language.normalize(fold(word))
      // a stemmer may leave a short word's plural as it is
      for (const stem of new Set([language.stem(form), language.stem(`${form}s`)]))
        listed.set(stem, [...(listed.get(stem) ?? []), { form, part }])
    }
  known.set(language, listed)
  return listed
}
