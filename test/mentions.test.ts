import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'

const folder = mkdtempSync(join(tmpdir(), 'saphena-mentions-'))
afterAll(() => rmSync(folder, { recursive: true }))
const file = join(folder, 'vocabulary.json')
writeFileSync(
  file,
  JSON.stringify({
    symptoms: [{ name: 'Swelling', slug: 'swelling', synonyms: ['hinchazón'] }],
    remedies: [{ name: 'Leg elevation', slug: 'leg-elevation', synonyms: ['raise your legs'] }],
  }),
)

/** `npm run --silent mentions -- …`, as others call it. */
function mentions(args: string[], input: string): Promise<{ out: string; err: string; code: number | null }> {
  const child = spawn('npm', ['run', '--silent', 'mentions', '--', ...args], { stdio: 'pipe' })
  let out = ''
  let err = ''
  child.stdout.on('data', (chunk) => {
    out += chunk
  })
  child.stderr.on('data', (chunk) => {
    err += chunk
  })
  child.stdin.on('error', () => {})
  child.stdin.end(input)
  return new Promise((resolve) => child.on('close', (code) => resolve({ out, err, code })))
}

const lines = (...values: unknown[]) => values.map((value) => JSON.stringify(value)).join('\n')

describe('npm run mentions', () => {
  it('answers line by line in order, each in its own language', async () => {
    const input = lines(
      { id: 'b', text: 'No swelling today.' },
      { id: 1, text: 'Sin hinchazón.', locale: 'es' },
      { id: 'c', text: 'Lift your legs above your heart.' },
    )
    const { out, code } = await mentions(['--vocabulary', file], input)
    expect(code).toBe(0)
    const answers = out
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line))
    expect(answers.map(({ id }) => id)).toEqual(['b', 1, 'c'])
    expect(answers[0].mentions).toEqual([
      expect.objectContaining({
        kind: 'symptom',
        slug: 'swelling',
        name: 'Swelling',
        start: 3,
        end: 11,
        text: 'swelling',
        negated: true,
      }),
    ])
    expect(answers[1].mentions[0]).toMatchObject({ text: 'hinchazón', negated: true })
    expect(answers[2].mentions).toEqual([])
  })

  it('shows suggestions where they are asked for, and takes a language for all lines', async () => {
    const { out } = await mentions(['--vocabulary', file, '--suggestions'], lines({ id: 1, text: 'Lift your legs.' }))
    expect(JSON.parse(out).mentions[0]).toMatchObject({ slug: 'leg-elevation', rule: 'loose' })
    const spanish = await mentions(
      ['--vocabulary', file, '--locale', 'es'],
      lines({ id: 1, text: 'No hay hinchazón.' }),
    )
    expect(JSON.parse(spanish.out).mentions[0]).toMatchObject({ negated: true })
  })

  it('says in one line what is wrong', async () => {
    const wrong = await Promise.all([
      mentions([], ''),
      mentions(['--vocabulary', join(folder, 'none.json')], ''),
      mentions(['--vocabulary', file], 'no json'),
      mentions(['--vocabulary', file], '{"id": 1}'),
    ])
    for (const { code, err } of wrong) {
      expect(code).toBe(1)
      expect(
        err
          .trim()
          .split('\n')
          .filter((line) => !line.startsWith('npm')),
      ).toHaveLength(1)
    }
  })
})
