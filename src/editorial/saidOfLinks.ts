import type { Kind } from '../linking/vocabulary'
import { kinds, type LinkDecisions, targetKey } from './linkArticle'

/** Linked whatever the words say, or not linked whatever they say, or as they say. */
export type LinkWord = true | false | null

/** What an editor says of whole targets, by id. */
export type SaidOfLinks = Record<Kind, ReadonlyMap<string, LinkWord>>

const ofEach = (of: (kind: Kind) => ReadonlyMap<string, LinkWord>): SaidOfLinks => ({
  symptom: of('symptom'),
  remedy: of('remedy'),
  clinic: of('clinic'),
})

const nothing: ReadonlyMap<string, LinkWord> = new Map()
export const nothingSaid: SaidOfLinks = ofEach(() => nothing)

export const countSaid = (said: SaidOfLinks): number => kinds.reduce((sum, kind) => sum + said[kind].size, 0)

/** As many as an article may link of a kind. */
const mostSaid = 500

/** What a form says, in the `said` of its `linkDecisions`; all else in there is the server's. */
export function readSaid(value: unknown): SaidOfLinks {
  const { said } = (value ?? {}) as { said?: Partial<Record<Kind, unknown>> | null }
  const isSaid = (entry: [string, unknown]): entry is [string, LinkWord] =>
    entry[1] === null || typeof entry[1] === 'boolean'
  return ofEach(
    (kind) =>
      new Map(
        Object.entries(said?.[kind] ?? {})
          .filter(isSaid)
          .slice(0, mostSaid),
      ),
  )
}

/** The value of `linkDecisions` that says this. */
export const writeSaid = (decisions: LinkDecisions, said: SaidOfLinks) => ({
  ...decisions,
  said: Object.fromEntries(kinds.map((kind) => [kind, Object.fromEntries(said[kind])])),
})

/**
 * What an editor's list of links says that the engine did not.
 *
 * @param wanted the ids in his list
 * @param had the ids that the article has
 * @param shown the ids that his form shows by its own mentions and by what was decided: one that was found, or lost, meanwhile
 *   is not mistaken for one that he took away, or added
 */
export function saidByList(
  wanted: readonly string[],
  had: readonly string[],
  shown: ReadonlySet<string>,
): ReadonlyMap<string, LinkWord> {
  const added = wanted.filter((id) => !had.includes(id) && !shown.has(id))
  const removed = had.filter((id) => shown.has(id) && !wanted.includes(id))
  return new Map([...added.map((id) => [id, true] as const), ...removed.map((id) => [id, false] as const)])
}

/** The decisions with what an editor says now. */
export function decideByHand(decisions: LinkDecisions, said: SaidOfLinks): LinkDecisions {
  const next = { added: { ...decisions.added }, dismissed: { ...decisions.dismissed } }
  for (const kind of kinds) {
    const decided = (ids: readonly string[], word: LinkWord) => [
      ...ids.filter((id) => !said[kind].has(id)),
      ...[...said[kind].keys()].filter((id) => said[kind].get(id) === word),
    ]
    next.added[kind] = decided(decisions.added[kind], true)
    next.dismissed[kind] = decided(decisions.dismissed[kind], false)
  }
  return next
}

/** The word on a target that these decisions hold. */
export const wordOn = ({ added, dismissed }: LinkDecisions, kind: Kind, id: string): LinkWord =>
  added[kind].includes(id) ? true : dismissed[kind].includes(id) ? false : null

/** The ids of a list of links as they will be once this is saved, without those that words alone make. */
export function withSaid(ids: readonly string[], said: ReadonlyMap<string, LinkWord>): string[] {
  const added = [...said.keys()].filter((id) => said.get(id) && !ids.includes(id))
  return [...ids.filter((id) => said.get(id) ?? !said.has(id)), ...added]
}

/** What of this a save has not kept. */
export const notYetKept = (said: SaidOfLinks, decisions: LinkDecisions): SaidOfLinks =>
  only(said, (kind, id, word) => wordOn(decisions, kind, id) !== word)

/** Whether a form's value says all of this. */
export const saysAll = (value: unknown, said: SaidOfLinks): boolean => {
  const says = readSaid(value)
  return countSaid(only(said, (kind, id, word) => says[kind].get(id) !== word)) === 0
}

/** Whether a form's value is as the server gave it. */
export const isServers = (value: unknown): boolean => !(typeof value === 'object' && value !== null && 'said' in value)

/** What is said of all but these, named by `targetKey`. */
export const withoutSaid = (said: SaidOfLinks, keys: ReadonlySet<string>): SaidOfLinks =>
  only(said, (kind, id) => !keys.has(targetKey(kind, id)))

const only = (said: SaidOfLinks, holds: (kind: Kind, id: string, word: LinkWord) => boolean): SaidOfLinks =>
  ofEach((kind) => new Map([...said[kind]].filter(([id, word]) => holds(kind, id, word))))
