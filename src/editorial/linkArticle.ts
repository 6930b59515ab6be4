import { findMentions, LINK_THRESHOLD, type Mention } from '../linking/findMentions'
import { salienceOf } from '../linking/salience'
import type { Kind } from '../linking/vocabulary'
import type { LinkingVocabulary } from './vocabulary'

/** `found` by the engine; `accepted` or `dismissed` by an editor. */
export type MentionStatus = 'found' | 'accepted' | 'dismissed'

/** A mention as it is kept with the article, in one locale. */
export interface StoredMention extends Mention {
  /** The id of the symptom, remedy or clinic. */
  target: string
  /** The heading of the section that it stands in; empty before the first. */
  section: string
  status: MentionStatus
  /** Who confirmed or dismissed it: a user's id. */
  by?: string
}

/** What editors decided about whole targets, in every language: kept beside the mentions, since it outlives the words. */
export interface LinkDecisions {
  added: Record<Kind, string[]>
  dismissed: Record<Kind, string[]>
}

export const relationOf = { symptom: 'symptoms', remedy: 'remedies', clinic: 'clinics' } as const satisfies Record<
  Kind,
  string
>

export const kinds = Object.keys(relationOf) as Kind[]

/** Names a target among those of all kinds: an id may be one of two kinds. */
export const targetKey = (kind: Kind, id: string): string => `${kind}:${id}`

/** The linked ids of one article by field. */
export type Links = Record<(typeof relationOf)[Kind], string[]>

export function readDecisions(value: unknown): LinkDecisions {
  const given = (value ?? {}) as Partial<Record<'added' | 'dismissed', Partial<Record<Kind, unknown>>>>
  const ids = (list: unknown): string[] => (Array.isArray(list) ? list.filter((id) => typeof id === 'string') : [])
  const by = (name: 'added' | 'dismissed') => ({
    symptom: ids(given[name]?.symptom),
    remedy: ids(given[name]?.remedy),
    clinic: ids(given[name]?.clinic),
  })
  return { added: by('added'), dismissed: by('dismissed') }
}

export const readMentions = (value: unknown): StoredMention[] =>
  Array.isArray(value)
    ? value.filter((each): each is StoredMention => typeof each?.target === 'string' && typeof each?.kind === 'string')
    : []

/** Whether this mention makes a link: sure enough or confirmed, not negated, no caution and not dismissed. */
export const linksTarget = (mention: StoredMention): boolean =>
  mention.status === 'accepted' ||
  (mention.status === 'found' && !mention.negated && mention.role !== 'caution' && mention.confidence >= LINK_THRESHOLD)

/**
 * Finds the mentions in a text and carries over what editors decided: a dismissed place stays dismissed while the same words
 * stand there for the same time in the text, and a dismissed target stays so wherever it turns up again.
 */
export function mentionsOf(
  text: string,
  sections: readonly { heading: string; start: number; end: number }[],
  vocabulary: LinkingVocabulary,
  before: readonly StoredMention[],
  decisions: LinkDecisions,
): StoredMention[] {
  return carryDecisions(foundIn(text, sections, vocabulary), before, decisions)
}

/** The mentions in a text, each with the document that it is of and the section that it stands in; nothing is decided yet. */
export function foundIn(
  text: string,
  sections: readonly { heading: string; start: number; end: number }[],
  vocabulary: LinkingVocabulary,
): StoredMention[] {
  const found: StoredMention[] = []
  for (const mention of findMentions(text, vocabulary.compiled, { sections: [...sections] })) {
    const target = vocabulary.ids.get(`${mention.kind}:${mention.slug}`)
    if (!target) continue
    const section = sections.find(({ start, end }) => mention.start >= start && mention.start < end)?.heading ?? ''
    found.push({ ...mention, target, section, status: 'found' })
  }
  return found
}

/** The same mentions with what editors decided of them before. */
export function carryDecisions(
  found: readonly StoredMention[],
  before: readonly StoredMention[],
  decisions: LinkDecisions,
): StoredMention[] {
  const decided = new Map<string, StoredMention>()
  for (const [key, mention] of numbered(before)) if (mention.status !== 'found') decided.set(key, mention)
  return [...numbered(found)].map(([key, mention]) => {
    const earlier = decided.get(key)
    // Nobody said it of this place: it was dismissed with its target, which is not any more.
    const isOver =
      earlier?.status === 'dismissed' && !earlier.by && !decisions.dismissed[mention.kind].includes(mention.target)
    if (earlier && !isOver) return { ...mention, status: earlier.status, ...(earlier.by ? { by: earlier.by } : {}) }
    return decisions.dismissed[mention.kind].includes(mention.target) ? { ...mention, status: 'dismissed' } : mention
  })
}

/** Each mention with what names its place through edits elsewhere: its target, its words, and the how-manieth of these it is. */
export function* numbered(mentions: readonly StoredMention[]): Generator<[string, StoredMention]> {
  const counts = new Map<string, number>()
  for (const mention of mentions) {
    const words = `${mention.kind}:${mention.target}:${mention.text.toLowerCase()}`
    const count = (counts.get(words) ?? 0) + 1
    counts.set(words, count)
    yield [`${words}:${count}`, mention]
  }
}

/** What one language of an article mentions, and what its title does. */
export interface LinkedText {
  mentions: readonly StoredMention[]
  inTitle?: ReadonlySet<string>
}

/** The targets that a title names. */
export function titleTargets(title: unknown, { compiled, ids }: LinkingVocabulary): ReadonlySet<string> {
  const found = typeof title === 'string' ? findMentions(title, compiled) : []
  return new Set(found.flatMap(({ kind, slug }) => ids.get(`${kind}:${slug}`) ?? []))
}

/**
 * The links of an article: what its mentions in every language say, and what editors added, without what they dismissed.
 * The main ones come first: what is mentioned more often and earlier, in the order of the locales given.
 */
export function linksFrom(texts: readonly LinkedText[], decisions: LinkDecisions): Links {
  const links: Links = { symptoms: [], remedies: [], clinics: [] }
  for (const kind of kinds) {
    const scores = new Map<string, number>()
    for (const [rank, { mentions, inTitle }] of texts.entries()) {
      const linking = mentions.filter((mention) => mention.kind === kind && linksTarget(mention))
      const length = mentions.at(-1)?.end ?? 0
      for (const target of new Set(linking.map((mention) => mention.target))) {
        const own = linking.filter((mention) => mention.target === target)
        const salience = salienceOf(own, length, inTitle?.has(target) ?? false)
        scores.set(target, (scores.get(target) ?? 0) + salience / 100 ** rank)
      }
    }
    const ranked = [...scores].sort((a, b) => b[1] - a[1]).map(([target]) => target)
    const ids = [...new Set([...ranked, ...decisions.added[kind]])]
    links[relationOf[kind]] = ids.filter((target) => !decisions.dismissed[kind].includes(target))
  }
  return links
}

/** Links as an article stores them, with what its lists are filtered by: MongoDB's filters know no empty list. */
export const toStoredLinks = (links: Links): Links & { symptomCount: number } => ({
  ...links,
  symptomCount: links.symptoms.length,
})
