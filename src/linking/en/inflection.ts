import type { Agreement } from '../language'

/** Forms that belong together and look it not. */
const irregular: Record<string, string> = {
  feet: 'foot',
  teeth: 'tooth',
  men: 'man',
  women: 'woman',
  children: 'child',
  mice: 'mouse',
  swam: 'swim',
  swum: 'swim',
  slept: 'sleep',
  ran: 'run',
  bled: 'bleed',
  lost: 'lose',
  drank: 'drink',
  drunk: 'drink',
  shook: 'shake',
  shaken: 'shake',
  threw: 'throw',
  thrown: 'throw',
  stung: 'sting',
  felt: 'feel',
  gave: 'give',
  given: 'give',
  took: 'take',
  taken: 'take',
  wore: 'wear',
  worn: 'wear',
  got: 'get',
  kept: 'keep',
}

/** Adjectives, and nouns that are no verbs: they take at most a plural, and what looks like another form is another word. */
const rigid = new Set(
  `sore stiff numb dizzy weak tired tiring swollen itchy hoarse faint anxious depressed confused stressed nauseated constipated
  bloated lightheaded irritable irritated blurry blurred sick tender achy heavy restless exhausted dehydrated drowsy sleepy
  thirsty breathless feverish shaky heat ice iron rash fit gas dressing pressure discharge brace patch cane water fluid fiber
  stress burning lotion cream depression rest cold blackout splint steroid pain lump honey temperature`.split(/\s+/),
)
/** Those that are adjectives only: not even a plural. */
const adjectives = new Set(
  `sore stiff numb dizzy weak tired swollen itchy hoarse anxious depressed confused stressed nauseated constipated bloated
  lightheaded irritable irritated blurry blurred sick tender achy restless exhausted dehydrated drowsy sleepy thirsty breathless
  feverish shaky`.split(/\s+/),
)
/** Verb forms that a word has although it is rigid otherwise. */
const allowed = new Set(['rest rests', 'rest resting', 'rest rested', 'pain pains'])
/** Where spelling joins what meaning keeps apart. */
const apart = new Set(['burning burn', 'burning burns', 'burning burned', 'numbness numbing'])

const vowel = /[aeiouy]/

/** The words that this may be an inflected form of (inflection only: Porter 1980, step 1). */
export function bases(word: string): string[] {
  const found = [word]
  const known = irregular[word]
  if (known) found.push(known)
  const plain = word.endsWith("'s") || word.endsWith("s'") ? word.slice(0, word.endsWith("'s") ? -2 : -1) : word
  if (plain !== word) found.push(plain)
  const add = (base: string) => {
    if (base.length > 1 && vowel.test(base)) found.push(base)
  }
  if (plain.endsWith('ies') && plain.length > 4) add(`${plain.slice(0, -3)}y`)
  if (plain.endsWith('s') && !/(ss|us|is)$/.test(plain)) add(plain.slice(0, -1))
  if (/(ses|xes|zes|ches|shes|oes)$/.test(plain)) add(plain.slice(0, -2))
  if (plain.endsWith('ses')) add(`${plain.slice(0, -2)}is`)
  if (plain.endsWith('sses')) add(plain.slice(0, -2))
  const verb = /^(.+?)(ied|ed|ing|ying)$/.exec(plain)
  if (plain.endsWith('ied')) add(`${plain.slice(0, -3)}y`)
  for (const ending of ['ed', 'ing']) {
    if (!verb || !plain.endsWith(ending)) continue
    const base = plain.slice(0, -ending.length)
    if (base.length < 2) continue
    add(base)
    add(`${base}e`)
    if (/([bdfgklmnprtvz])\1$/.test(base)) add(base.slice(0, -1))
  }
  return found
}

function isPlural(one: string, many: string): boolean {
  return (
    many === `${one}s` ||
    many === `${one}es` ||
    many === `${one}'s` ||
    (one.endsWith('y') && many === `${one.slice(0, -1)}ies`)
  )
}

/** Whether a word of the text is a form of a word of a term. Both are normalized. */
export function agrees(term: string, word: string): Agreement {
  if (term === word) return 'exact'
  if (apart.has(`${term} ${word}`)) return 'no'
  if (adjectives.has(term)) return 'no'
  if (isPlural(term, word) || isPlural(word, term)) return adjectives.has(word) ? 'no' : 'inflected'
  if (allowed.has(`${term} ${word}`)) return 'inflected'
  if (rigid.has(term) || adjectives.has(word))
    return irregular[word] === term || irregular[term] === word ? 'inflected' : 'no'
  const mine = bases(term)
  for (const base of bases(word)) if (mine.includes(base)) return 'inflected'
  return 'no'
}
