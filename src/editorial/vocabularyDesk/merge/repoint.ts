import type { Kind } from '../../../linking/vocabulary'
import type { Row } from '../../keptRows'
import { type LinkDecisions, readDecisions, readMentions, relationOf } from '../../linkArticle'

type Localized<T> = Record<string, T | null | undefined>

/** One entry takes another one's place. */
export interface Replacement {
  kind: Exclude<Kind, 'clinic'>
  from: string
  into: string
  /** What mentions hold of the one that stays, by locale. */
  named: ReadonlyMap<string, { slug: string; name: string }>
}

/** What is different in an article that mentions or links the one that goes; undefined where it does neither. */
export function repointArticle(row: Row, replacement: Replacement): Partial<Row> | undefined {
  const { kind, from, into } = replacement
  const field = relationOf[kind]
  const changes: Partial<Row> = {}
  const mentions = mapLocales(row.mentions, (stored, locale) => repointMentions(stored, replacement, locale))
  if (mentions) changes.mentions = mentions
  const bodies = mapLocales(row.body, (body) => repointLinks(body, field, from, into))
  if (bodies) changes.body = bodies
  const linked = idsIn(row[field])
  if (linked.includes(from)) changes[field] = replaced(linked, from, into)
  const decisions = readDecisions(row.linkDecisions)
  if ([...decisions.added[kind], ...decisions.dismissed[kind]].includes(from))
    changes.linkDecisions = repointDecisions(decisions, replacement, linked.includes(into))
  return Object.keys(changes).length > 0 ? changes : undefined
}

/** Rich text whose links lead to the one that stays; undefined where none led to the other. */
export function repointTexts(row: Row, field: string, { kind, from, into }: Replacement): Partial<Row> | undefined {
  const texts = mapLocales(row[field], (text) => repointLinks(text, relationOf[kind], from, into))
  return texts && { [field]: texts }
}

/** A relationship that names the one that stays, once. */
export function repointIds(row: Row, field: string, { from, into }: Replacement): Partial<Row> | undefined {
  const ids = idsIn(row[field])
  return ids.includes(from) ? { [field]: replaced(ids, from, into) } : undefined
}

const idsIn = (value: unknown): string[] => (Array.isArray(value) ? value.map(String) : [])

const replaced = (ids: readonly string[], from: string, into: string): string[] => [
  ...new Set(ids.map((id) => (id === from ? into : id))),
]

/** Every locale's value as `change` makes it; undefined where it changes none. */
function mapLocales(
  value: unknown,
  change: (each: unknown, locale: string) => unknown | undefined,
): Localized<unknown> | undefined {
  const locales = { ...(value as Localized<unknown> | null | undefined) }
  let changed = false
  for (const [locale, each] of Object.entries(locales)) {
    const made = change(each, locale)
    if (made === undefined) continue
    locales[locale] = made
    changed = true
  }
  return changed ? locales : undefined
}

function repointMentions(stored: unknown, { kind, from, into, named }: Replacement, locale: string): unknown {
  const mentions = readMentions(stored)
  const concerns = (mention: (typeof mentions)[number]) => mention.kind === kind && mention.target === from
  if (!mentions.some(concerns)) return undefined
  return mentions.map((mention) =>
    concerns(mention) ? { ...mention, target: into, ...(named.get(locale) ?? {}) } : mention,
  )
}

/**
 * What an editor added stays added. What he took away stays so unless the article links the other one: that link he left.
 */
function repointDecisions(
  { added, dismissed }: LinkDecisions,
  { kind, from, into }: Replacement,
  linksOther: boolean,
): LinkDecisions {
  const newAdded = replaced(added[kind], from, into)
  const kept = linksOther ? dismissed[kind].filter((id) => id !== from) : replaced(dismissed[kind], from, into)
  return {
    added: { ...added, [kind]: newAdded },
    dismissed: { ...dismissed, [kind]: kept.filter((id) => !newAdded.includes(id)) },
  }
}

interface Node {
  children?: Node[]
  root?: Node
  fields?: { doc?: { relationTo?: unknown; value?: unknown } | null }
}

/** The text with its links to a document leading to another one; undefined where it has none. */
function repointLinks(text: unknown, relationTo: string, from: string, into: string): unknown {
  // A quick look first: most texts have none, and a copy costs more.
  if (!text || !JSON.stringify(text).includes(`"${from}"`)) return undefined
  const copy = structuredClone(text) as Node
  let changed = false
  const stack: (Node | undefined)[] = [copy.root]
  while (stack.length > 0) {
    const node = stack.pop()
    if (!node || typeof node !== 'object') continue
    const doc = node.fields?.doc
    if (doc && doc.relationTo === relationTo && doc.value === from) {
      doc.value = into
      changed = true
    }
    if (Array.isArray(node.children)) stack.push(...node.children)
  }
  return changed ? copy : undefined
}
