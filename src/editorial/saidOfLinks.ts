import type { Kind } from '../linking/vocabulary'
import { type LinkDecisions, relationOf } from './linkArticle'

/** What an editor says of whole targets, by id: true where it is to be linked whatever the words say, false where it is not. */
export type SaidOfLinks = Record<Kind, ReadonlyMap<string, boolean>>

const kinds = Object.keys(relationOf) as Kind[]

const ofEach = (of: (kind: Kind) => ReadonlyMap<string, boolean>): SaidOfLinks => ({
  symptom: of('symptom'),
  remedy: of('remedy'),
  clinic: of('clinic'),
})

const nothing: ReadonlyMap<string, boolean> = new Map()
export const nothingSaid: SaidOfLinks = ofEach(() => nothing)

export const countSaid = (said: SaidOfLinks): number => kinds.reduce((sum, kind) => sum + said[kind].size, 0)

/** As many as an article may link of a kind. */
const mostSaid = 500

/** What a form says, in the `said` of its `linkDecisions`; all else in there is the server's. */
export function readSaid(value: unknown): SaidOfLinks {
  const { said } = (value ?? {}) as { said?: Partial<Record<Kind, unknown>> | null }
  const isSaid = (entry: [string, unknown]): entry is [string, boolean] => typeof entry[1] === 'boolean'
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
): ReadonlyMap<string, boolean> {
  const added = wanted.filter((id) => !had.includes(id) && !shown.has(id))
  const removed = had.filter((id) => shown.has(id) && !wanted.includes(id))
  return new Map([...added.map((id) => [id, true] as const), ...removed.map((id) => [id, false] as const)])
}

/** The decisions with what an editor says now. */
export function decideByHand(decisions: LinkDecisions, said: SaidOfLinks): LinkDecisions {
  const next = { added: { ...decisions.added }, dismissed: { ...decisions.dismissed } }
  for (const kind of kinds) {
    const decided = (ids: readonly string[], isLinked: boolean) => [
      ...ids.filter((id) => !said[kind].has(id)),
      ...[...said[kind].keys()].filter((id) => said[kind].get(id) === isLinked),
    ]
    next.added[kind] = decided(decisions.added[kind], true)
    next.dismissed[kind] = decided(decisions.dismissed[kind], false)
  }
  return next
}

/** The ids of a list of links as they will be once this is saved. */
export function withSaid(ids: readonly string[], said: ReadonlyMap<string, boolean>): string[] {
  const added = [...said.keys()].filter((id) => said.get(id) && !ids.includes(id))
  return [...ids.filter((id) => said.get(id) !== false), ...added]
}

/** What of this a save has not kept. */
export const notYetKept = (said: SaidOfLinks, { added, dismissed }: LinkDecisions): SaidOfLinks =>
  only(said, (kind, id, isLinked) => !(isLinked ? added : dismissed)[kind].includes(id))

/** What of this another does not say as well. */
export const notSaidIn = (said: SaidOfLinks, other: SaidOfLinks): SaidOfLinks =>
  only(said, (kind, id, isLinked) => other[kind].get(id) !== isLinked)

const only = (said: SaidOfLinks, holds: (kind: Kind, id: string, isLinked: boolean) => boolean): SaidOfLinks =>
  ofEach((kind) => new Map([...said[kind]].filter(([id, isLinked]) => holds(kind, id, isLinked))))
