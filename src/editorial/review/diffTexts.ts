import { diffWordsWithSpace } from 'diff'

export interface DiffPart {
  text: string
  kind: 'same' | 'added' | 'removed'
}

export interface FieldDiff {
  field: string
  parts: DiffPart[]
}

/** How long one field is compared word by word, in milliseconds; a text that was written anew is shown as a whole instead. */
const patience = 500

/** The fields in which two texts differ, word by word. */
export function diffTexts(
  before: Readonly<Record<string, string>>,
  after: Readonly<Record<string, string>>,
): FieldDiff[] {
  const fields = [...new Set([...Object.keys(after), ...Object.keys(before)])]
  return fields
    .filter((field) => (before[field] ?? '') !== (after[field] ?? ''))
    .map((field) => ({ field, parts: diffWords(before[field] ?? '', after[field] ?? '') }))
}

function diffWords(before: string, after: string): DiffPart[] {
  const changes = diffWordsWithSpace(before, after, { timeout: patience })
  if (!changes)
    return [
      { text: before, kind: 'removed' as const },
      { text: after, kind: 'added' as const },
    ].filter(({ text }) => text !== '')
  return changes.map(({ value, added, removed }) => ({
    text: value,
    kind: added ? 'added' : removed ? 'removed' : 'same',
  }))
}
