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

/** What is wrong with an installation, and what to do about it. Changes nothing. */
export async function examine(patient: Patient): Promise<{ findings: Finding[]; notLookedAt: string[] }> {
  const findings: Finding[] = []
  for (const [index, [name, check, must]] of checks.entries()) {
    const found = await check(patient)
    findings.push(...found.map((finding) => ({ check: name, ...finding })))
    if (must && found.some(({ level }) => level === 'problem'))
      return { findings, notLookedAt: checks.slice(index + 1).map(([later]) => later) }
  }
  return { findings, notLookedAt: [] }
}
