import { checkDatabaseAnswers } from './checkDatabaseAnswers'
import { checkDisk } from './checkDisk'
import { checkIndexes } from './checkIndexes'
import { checkJobs } from './checkJobs'
import { checkLinks } from './checkLinks'
import { checkLog } from './checkLog'
import { checkMedia } from './checkMedia'
import { checkMigrations } from './checkMigrations'
import { checkRestore } from './checkRestore'
import { checkSecretFile } from './checkSecretFile'
import { checkSettings } from './checkSettings'
import { checkStems } from './checkStems'
import type { Check, Finding, Patient } from './finding'

type Found = Omit<Finding, 'check'>

/** In this order: what comes after one that must hold reads tables that may not be there. */
const checks: [name: string, check: Check, must?: 'must hold'][] = [
  ['settings', checkSettings],
  ['secret file', checkSecretFile],
  ['disk', checkDisk],
  ['database', checkDatabaseAnswers, 'must hold'],
  ['migrations', checkMigrations, 'must hold'],
  ['restore', checkRestore, 'must hold'],
  ['indexes', checkIndexes],
  ['media', checkMedia],
  ['links', checkLinks],
  ['publish log', checkLog],
  ['index of words', checkStems],
  ['jobs', checkJobs],
]

/**
 * What is written while a check looks can be there for one half of it and not yet for the other. So what names documents is looked for
 * twice, and told of those that were wrong both times.
 */
async function lookAgain(check: Check, patient: Patient): Promise<Found[]> {
  const first = await check(patient)
  if (!first.some(({ names }) => names)) return first
  const second = await check(patient)
  return first.flatMap((finding) => {
    if (!finding.names) return finding
    const still = new Set(second.find(({ what }) => what === finding.what)?.names)
    const names = finding.names.filter((name) => still.has(name))
    return names.length > 0 ? { ...finding, names } : []
  })
}

/** What is wrong with an installation, and what to do about it. Changes nothing. */
export async function examine(patient: Patient): Promise<{ findings: Finding[]; notLookedAt: string[] }> {
  const findings: Finding[] = []
  for (const [index, [name, check, must]] of checks.entries()) {
    const found = await lookAgain(check, patient)
    findings.push(...found.map((finding) => ({ check: name, ...finding })))
    if (must && found.some(({ level }) => level === 'problem'))
      return { findings, notLookedAt: checks.slice(index + 1).map(([later]) => later) }
  }
  return { findings, notLookedAt: [] }
}
