import type { BasePayload } from 'payload'
import type { Settings } from '../../env/readSettings'

/** Something that is not as it should be. */
export interface Finding {
  check: string
  /** A problem breaks something, or will; a hint is for whoever wants it tidy. */
  level: 'problem' | 'hint'
  what: string
  /** Documents, files or positions that it is about. */
  names?: string[]
  /** What to do about it. */
  todo: string
}

export interface Patient {
  payload: BasePayload
  settings: Readonly<Settings>
}

/** Looks at one side of an installation and changes nothing. */
export type Check = (patient: Patient) => Promise<Omit<Finding, 'check'>[]>

/** What is wrong, for people: with the first few of the names. */
export const sentenceOf = ({ what, names }: Pick<Finding, 'what' | 'names'>): string =>
  names ? `${what}: ${someOf(names)}` : what

/** The first few of many, and how many there are. */
export function someOf(names: readonly string[], most = 5): string {
  const more = names.length - most
  return more > 0 ? `${names.slice(0, most).join(', ')} and ${more} more` : names.join(', ')
}
