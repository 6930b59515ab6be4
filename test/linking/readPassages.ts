import { readFileSync } from 'node:fs'
import { join } from 'node:path'

export type Locale = 'en' | 'es'
export type Kind = 'symptom' | 'remedy'

/** A stretch of the passage's text in UTF-16 code units, end exclusive. */
export interface Span {
  kind: Kind
  slug: string
  start: number
  end: number
}

export interface Label extends Span {
  text: string
}

export interface Mention extends Label {
  negated: boolean
}

export interface Trap extends Label {
  why: string
}

export interface Passage {
  id: string
  text: string
  mentions: Mention[]
  optional: Label[]
  traps: Trap[]
}

export interface VocabularyEntry {
  name: string
  slug: string
  synonyms: string[]
}

export interface Vocabulary {
  symptoms: VocabularyEntry[]
  remedies: VocabularyEntry[]
}

const header = /^=== (\S+)$/
const opening = /\[\[|\(\((?!\()|\{\{/g
const closings: Record<string, string> = { '[[': ']]', '((': '))', '{{': '}}' }

const folder = 'test/linking'

export function readVocabulary(locale: Locale): Vocabulary {
  return JSON.parse(readFileSync(join(folder, `vocabulary.${locale}.json`), 'utf8'))
}

/** The labelled passages of a language, checked against its vocabulary. The markup is described in README.md. */
export function readPassages(locale: Locale): Passage[] {
  const source = readFileSync(join(folder, `passages.${locale}.txt`), 'utf8')
  return parsePassages(source, readVocabulary(locale))
}

export function parsePassages(source: string, vocabulary: Vocabulary): Passage[] {
  const known = new Set([
    ...vocabulary.symptoms.map((entry) => `symptom:${entry.slug}`),
    ...vocabulary.remedies.map((entry) => `remedy:${entry.slug}`),
  ])
  const passages: Passage[] = []
  const ids = new Set<string>()
  for (const { id, body } of split(source)) {
    if (ids.has(id)) throw new Error(`two passages are called ${id}`)
    ids.add(id)
    passages.push(parsePassage(id, body, known))
  }
  return passages
}

function split(source: string): { id: string; body: string }[] {
  const blocks: { id: string; lines: string[] }[] = []
  for (const line of source.split('\n')) {
    const id = header.exec(line)?.[1]
    const last = blocks.at(-1)
    if (id) blocks.push({ id, lines: [] })
    else if (last) last.lines.push(line)
    else if (line.trim()) throw new Error(`text before the first passage: ${line}`)
  }
  return blocks.map(({ id, lines }) => ({ id, body: lines.join('\n').trim() }))
}

function parsePassage(id: string, body: string, known: Set<string>): Passage {
  const passage: Passage = { id, text: '', mentions: [], optional: [], traps: [] }
  let at = 0
  const plain = (to: number) => {
    const piece = body.slice(at, to)
    if (/\]\]|\}\}|\|/.test(piece)) throw new Error(`${id}: stray markup in "${piece}"`)
    passage.text += piece
  }
  opening.lastIndex = 0
  for (let match = opening.exec(body); match; match = opening.exec(body)) {
    const open = match[0]
    const close = closings[open] ?? ''
    const from = match.index + open.length
    const to = body.indexOf(close, from)
    if (to < 0) throw new Error(`${id}: "${open}" is not closed`)
    const inside = body.slice(from, to)
    if (/\[\[|\(\(|\{\{/.test(inside)) throw new Error(`${id}: labels do not nest: "${inside}"`)
    plain(match.index)
    addLabel(passage, open, inside, known)
    at = to + close.length
    opening.lastIndex = at
  }
  plain(body.length)
  if (!passage.text) throw new Error(`${id}: the passage is empty`)
  return passage
}

function addLabel(passage: Passage, open: string, inside: string, known: Set<string>): void {
  const [text = '', target = '', extra, ...more] = inside.split('|')
  const fail = (message: string) => new Error(`${passage.id}: ${message} in "${inside}"`)
  if (!text.trim() || text !== text.trim()) throw fail('empty text or space at its edge')
  if (more.length) throw fail('too many parts')
  if (!known.has(target)) throw fail('unknown label')
  const kind: Kind = target.startsWith('symptom:') ? 'symptom' : 'remedy'
  const slug = target.slice(kind.length + 1)
  const start = passage.text.length
  const label: Label = { kind, slug, start, end: start + text.length, text }
  passage.text += text
  if (open === '[[') {
    if (extra !== undefined && extra !== 'neg') throw fail('a mention is followed by neg or by nothing')
    passage.mentions.push({ ...label, negated: extra === 'neg' })
  } else if (open === '((') {
    if (extra !== undefined) throw fail('an optional span takes no third part')
    passage.optional.push(label)
  } else {
    const why = /^trap: (\S.*)$/.exec(extra ?? '')?.[1]
    if (!why) throw fail('a trap says why')
    passage.traps.push({ ...label, why })
  }
}
