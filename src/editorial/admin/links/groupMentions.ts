import { LINK_THRESHOLD } from '../../../linking/findMentions'
import type { Kind } from '../../../linking/vocabulary'
import type { StoredMention } from '../../linkArticle'

/** The mentions of one entry that belong together in the panel, in the order of the text. */
export interface EntryMentions {
  kind: Kind
  target: string
  name: string
  mentions: StoredMention[]
}

export interface GroupedMentions {
  /** What links, and what stands in the text but is negated or a caution; the most frequent first. */
  found: Record<Kind, EntryMentions[]>
  /** Not sure enough to link by themselves: they wait for an editor. */
  suggested: EntryMentions[]
  dismissed: EntryMentions[]
}

/** The mentions of an article as the panel shows them: what an editor has to decide on apart from what is settled. */
export function groupMentions(mentions: readonly StoredMention[]): GroupedMentions {
  const of = (kind: Kind) =>
    byEntry(mentions.filter((each) => each.kind === kind && !isDismissed(each) && !isSuggestion(each)))
  return {
    found: { symptom: of('symptom'), remedy: of('remedy'), clinic: of('clinic') },
    suggested: byEntry(mentions.filter(isSuggestion)),
    dismissed: byEntry(mentions.filter(isDismissed)),
  }
}

/** Whether a mention waits for an editor: below the threshold, and neither negated nor a caution, which speak for themselves. */
export const isSuggestion = ({ status, confidence, negated, role }: StoredMention): boolean =>
  status === 'found' && confidence < LINK_THRESHOLD && !negated && role !== 'caution'

const isDismissed = ({ status }: StoredMention): boolean => status === 'dismissed'

export function byEntry(mentions: readonly StoredMention[]): EntryMentions[] {
  const entries = new Map<string, EntryMentions>()
  for (const mention of mentions) {
    const { kind, target, name } = mention
    const known = entries.get(`${kind}:${target}`)
    if (known) known.mentions.push(mention)
    else entries.set(`${kind}:${target}`, { kind, target, name, mentions: [mention] })
  }
  return [...entries.values()].sort((a, b) => b.mentions.length - a.mentions.length)
}
