import type { PayloadRequest } from 'payload'
import { findMissing } from '../database/findMissing'
import type { Kind } from '../linking/vocabulary'
import { kinds, type LinkDecisions, relationOf, targetKey } from './linkArticle'
import type { SaidOfLinks } from './saidOfLinks'
import type { LinkingVocabulary } from './vocabulary'

interface Target {
  kind: Kind
  id: string
}

/**
 * Which of these targets were deleted, or never were: decisions and the mentions of another language name them until the article is
 * saved. Asks the database only about what the vocabularies do not hold.
 *
 * @returns their kinds and ids, as `targetKey` writes them
 */
export async function findDeleted(
  targets: Iterable<Target>,
  vocabularies: readonly LinkingVocabulary[],
  req: PayloadRequest,
): Promise<ReadonlySet<string>> {
  const unknown: Record<Kind, Set<string>> = { symptom: new Set(), remedy: new Set(), clinic: new Set() }
  for (const { kind, id } of targets)
    if (!vocabularies.some(({ entries }) => entries.has(targetKey(kind, id)))) unknown[kind].add(id)
  const deleted = new Set<string>()
  for (const kind of kinds)
    for (const id of await findMissing(relationOf[kind], [...unknown[kind]], req)) deleted.add(targetKey(kind, id))
  return deleted
}

export const targetsDecided = ({ added, dismissed }: LinkDecisions): Target[] =>
  kinds.flatMap((kind) => [...added[kind], ...dismissed[kind]].map((id) => ({ kind, id })))

export const targetsSaid = (said: SaidOfLinks): Target[] =>
  kinds.flatMap((kind) => [...said[kind].keys()].map((id) => ({ kind, id })))

/** The decisions on all but these targets. */
export function withoutTargets(decisions: LinkDecisions, keys: ReadonlySet<string>): LinkDecisions {
  if (keys.size === 0) return decisions
  const rest = (of: Record<Kind, string[]>) => {
    const without = (kind: Kind) => of[kind].filter((id) => !keys.has(targetKey(kind, id)))
    return { symptom: without('symptom'), remedy: without('remedy'), clinic: without('clinic') }
  }
  return { added: rest(decisions.added), dismissed: rest(decisions.dismissed) }
}
