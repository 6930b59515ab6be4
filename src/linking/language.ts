import { english } from './en/english'
import { spanish } from './es/spanish'
import type { SymptomPhraseWords } from './findSymptomPhrases'

/** How sure a word's form is the inflected form of a term's word. */
export type Agreement = 'exact' | 'inflected' | 'no'

/** What another sense of a term looks like: see `senses.ts` for how the patterns are written. */
export interface SenseRule {
  /** The terms, as normalized words. */
  terms: readonly string[]
  kind?: 'symptom' | 'remedy'
  /** Contexts in which the words mean something else. */
  not?: readonly string[]
  /** The term counts only in one of these contexts; elsewhere it is a suggestion. */
  needs?: readonly string[]
}

/** The words by which negation is told, after NegEx (Chapman et al. 2001) and ConText (Harkema et al. 2009). */
export interface NegationWords {
  /** Negate the noun phrase after them: no, without. */
  determiners: readonly string[]
  /** Negate the verb after them: not, never, don't. */
  verbal: readonly string[]
  /** `neither A nor B`: before each member. */
  neither: readonly string[]
  nor: readonly string[]
  /** Phrases that negate what follows, such as `absence of`. */
  phrases: readonly string[]
  /** As the phrases, for remedies only: avoid, stop taking. */
  remedyPhrases: readonly string[]
  /** A negation that is none, written with `_` where the trigger stands: `with or _`, `_ only`. */
  pseudo: readonly string[]
  /** Stand between a verbal negation and its verb without changing it. */
  adverbs: readonly string[]
  /** Verbs whose object is negated with them, in all their forms. */
  verbs: readonly string[]
  /** Verbs whose negation asks for what stands after them: do not ignore, do not stop. */
  protective: readonly string[]
  /** Nouns that let the negation through: signs of, symptoms such as. */
  transparent: readonly string[]
  /** Prepositions after which a place or a time follows; a list goes on after them. */
  places: readonly string[]
  /** Other prepositions and words of purpose, which end a negation. */
  prepositions: readonly string[]
  or: readonly string[]
  and: readonly string[]
  /** Begin another clause: but, because, if, which. */
  enders: readonly string[]
  /** Personal pronouns and finite auxiliaries: another clause has begun. */
  clauses: readonly string[]
  /** A negation that holds only for a time is none: does not develop until later. */
  until: readonly string[]
  /** Pronouns that may stand between a verb and what is negated: won't make you drowsy. */
  objects: readonly string[]
  articles: readonly string[]
  /** Follow a mention and negate it, `_` being the mention: `_ free`. `!` ends what must not go on. */
  after: readonly string[]
}

/** All that the engine knows of one language. A new one is a folder with one of these. */
export interface Language {
  /** Unicode's and the language's spelling variants made one; case is folded before. */
  normalize(word: string): string
  /** Words with the same stem may be inflections of each other; `agrees` decides. */
  stem(word: string): string
  /** @param alone the term has this word only */
  agrees(term: string, word: string, alone: boolean): Agreement
  senses: readonly SenseRule[]
  /** Words after a term that make it part of a disease's name: syndrome. */
  diseaseHeads: readonly string[]
  negation: NegationWords
  /** Words that carry no meaning of their own in a term. */
  functionWords: readonly string[]
  /** Groups of words that say the same in a remedy: raise, elevate. By them only suggestions are made. */
  equivalents: readonly (readonly string[])[]
  /** By which phrases are offered as symptoms that the vocabulary lacks. */
  symptomPhrases: SymptomPhraseWords
  /** Headings whose symptoms are red flags. */
  redFlagHeading: RegExp
  /** Headings whose remedies are cautions. */
  cautionHeading: RegExp
  /** `history of _`: the mention belongs to the past. */
  history: readonly string[]
  /** `family history of _`: the mention belongs to somebody else. */
  family: readonly string[]
}

const languages: Record<string, Language> = { en: english, es: spanish }

/** The language of a locale (BCP 47); English where there is none. */
export const languageOf = (locale: string): Language => languages[locale.split('-')[0] ?? 'en'] ?? english
