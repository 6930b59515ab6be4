import type { PayloadRequest } from 'payload'
import { findExisting } from '../database/findExisting'
import type { Kind } from '../linking/vocabulary'
import { type LinkDecisions, relationOf } from './linkArticle'
import type { LinkingVocabulary } from './vocabulary'

/**
 * Which of these targets were deleted: decisions and the mentions of another language name them until the article is saved or linked again.
 * Asks the database only about what the vocabularies do not hold.
 */
export async function findDeleted(
  targets: Iterable<{ kind: Kind; id: string }>,
  vocabularies: Iterable<LinkingVocabulary>,
  req: PayloadRequest,
): Promise<ReadonlySet<string>> {
  const unknown = { symptom: new Set<string>(), remedy: new Set<string>(), clinic: new Set<string>() }
  for (const { kind, id } of targets) unknown[kind].add(id)
  const deleted = new Set<string>()
  if (Object.values(unknown).every(({ size }) => size === 0)) return deleted
  const known = new Set([...vocabularies].flatMap(({ ids }) => [...ids.values()]))
  for (const kind of Object.keys(unknown) as Kind[]) {
    const asked = [...unknown[kind]].filter((id) => !known.has(id))
    const there = await findExisting(relationOf[kind], asked, req)
    for (const id of asked) if (!there.has(id)) deleted.add(id)
  }
  return deleted
}

export const targetsAdded = ({ added }: LinkDecisions): { kind: Kind; id: string }[] =>
  (Object.keys(relationOf) as Kind[]).flatMap((kind) => added[kind].map((id) => ({ kind, id })))

/** The decisions on all but these targets. */
export function withoutTargets(decisions: LinkDecisions, ids: ReadonlySet<string>): LinkDecisions {
  if (ids.size === 0) return decisions
  const rest = (of: Record<Kind, string[]>) => {
    const without = (kind: Kind) => of[kind].filter((id) => !ids.has(id))
    return { symptom: without('symptom'), remedy: without('remedy'), clinic: without('clinic') }
  }
  return { added: rest(decisions.added), dismissed: rest(decisions.dismissed) }
}
