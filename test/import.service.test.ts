import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { strToU8, zipSync } from 'fflate'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { readImportArguments } from '../src/cli/readImportArguments'
import { toText } from '../src/richtext/toText'
import { docx } from './docx'
import { runScript } from './runScript'
import { describeService, type Service, startService } from './startService'

describeService('npm run import', () => {
  let service: Service
  let folder: string
  let number = 0
  beforeAll(async () => {
    service = await startService()
    await service.ask('reviewer', 'POST', '/api/symptoms', { name: 'Leg cramps', _status: 'published' })
  })
  afterAll(() => service?.close())
  beforeEach(async () => {
    // each test has a folder, and sources, of its own
    folder = await mkdtemp(join(tmpdir(), 'saphena-import-'))
    number++
    return () => rm(folder, { recursive: true, force: true })
  })

  const put = async (name: string, content: string | Uint8Array) => {
    const path = join(folder, name)
    await mkdir(dirname(path), { recursive: true })
    await writeFile(path, content)
    return path
  }
  /** The command itself, in a process of its own. */
  const command = (...args: string[]) =>
    runScript('import', args, {
      DATABASE_URL: process.env.DATABASE_URL ?? '',
      DATA_DIR: process.env.DATA_DIR ?? '',
      PAYLOAD_SECRET: process.env.PAYLOAD_SECRET ?? '',
    })
  /** What the command does with its arguments once it has opened the database: starting it anew takes longer than all else. */
  const run = async (...args: string[]) => {
    // The settings are read when it is loaded.
    const { importPaths } = await import('../src/cli/importPaths')
    const printed = { stdout: '', stderr: '' }
    const into = (stream: keyof typeof printed) => ({
      write: (text: string) => {
        printed[stream] += text
      },
    })
    const failed = await importPaths(service.payload, readImportArguments(args), {
      stdout: into('stdout'),
      stderr: into('stderr'),
    })
    return { code: failed > 0 ? 1 : 0, ...printed }
  }
  const all = async (query = '') =>
    (await service.ask('editor', 'GET', `/api/articles?draft=true&depth=0&limit=100${query}`)).body.docs
  const find = async (title: string, query = '') =>
    (await all(`&where[title][equals]=${encodeURIComponent(title)}${query}`))[0]
  const seen = async (title: string, query = '') =>
    (
      await service.ask(
        'stranger',
        'GET',
        `/api/articles?depth=0&where[title][equals]=${encodeURIComponent(title)}${query}`,
      )
    ).body.docs[0]
  const words = (doc: { body: never }) => toText(doc.body).text

  it('makes a draft of each kind of file, linked, with one line for each and a sum', async () => {
    const files = [
      await put('walking-helps.txt', 'Walking eases leg cramps.'),
      await put(
        'resting.md',
        '---\ntitle: Resting\ndescription: When to lie down\n---\nRest when you have **leg cramps**.',
      ),
      await put('bathing.html', '<!doctype html><title>Bathing</title><p>Warm water eases leg cramps.</p>'),
      await put('drinking.docx', docx('Drinking', 'Water eases leg cramps.')),
      await put(
        'short.jsonl',
        [
          { id: 1, title: 'Stretching', body: 'Stretch against leg cramps.' },
          {
            id: 'two',
            title: 'Sleeping',
            body: '## At night\n\nLeg cramps come.',
            url: 'https://example.org/sleeping',
          },
        ]
          .map((line) => `${JSON.stringify(line)}\n`)
          .join('\n'),
      ),
    ]
    const { code, stdout, stderr } = await command(...files)
    expect(stderr).toBe('')
    expect(stdout.trimEnd().split('\n')).toEqual([
      ...files.slice(0, 4).map((file) => `created ${file}`),
      `created ${files[4]}:1`,
      `created ${files[4]}:3`,
      '6 created, 0 updated, 0 unchanged, 0 failed',
    ])
    expect(code).toBe(0)

    const expected = {
      'Walking helps': 'Walking eases leg cramps.',
      Resting: 'Rest when you have leg cramps.',
      Bathing: 'Warm water eases leg cramps.',
      Drinking: 'Water eases leg cramps.',
      Stretching: 'Stretch against leg cramps.',
      Sleeping: 'At night\nLeg cramps come.',
    }
    for (const [title, text] of Object.entries(expected)) {
      const doc = await find(title)
      expect(words(doc), title).toBe(text)
      expect(doc, title).toMatchObject({ _status: 'draft', symptoms: [expect.any(String)] })
      expect(await seen(title), title).toBeUndefined()
    }
    expect(await find('Resting')).toMatchObject({ summary: 'When to lie down', slug: 'resting' })
    expect(await find('Sleeping')).toMatchObject({ attribution: 'https://example.org/sleeping' })
  })

  it('takes a folder with the folders in it, and leaves alone what it cannot read', async () => {
    await put('a.txt', 'Words of a.')
    await put('deep/er/b.md', '# B in the deep\n\nWords.')
    await put('deep/.hidden.md', '# Hidden\n\nWords.')
    await put('picture.png', 'no article')
    const { code, stdout } = await run(folder)
    expect(stdout.split('\n').slice(0, -2)).toEqual([
      `created ${join(folder, 'a.txt')}`,
      `created ${join(folder, 'deep/er/b.md')}`,
    ])
    expect(code).toBe(0)
    expect(await find('Hidden')).toBeUndefined()
  })

  it('changes nothing when the same files come again, and one article when one file has changed', async () => {
    const one = await put(`one-${number}.txt`, 'The first words.')
    await put(`two-${number}.txt`, 'Other words.')
    await run(folder)
    const before = await all()

    const again = await run(folder)
    expect(again.stdout).toContain('0 created, 0 updated, 2 unchanged, 0 failed')
    expect(again.code).toBe(0)
    expect(await all()).toEqual(before)

    await writeFile(one, 'The second words.')
    const changed = await run(folder)
    expect(changed.stdout).toContain(`updated ${one}\n`)
    expect(changed.stdout).toContain('0 created, 1 updated, 1 unchanged, 0 failed')
    const after = await all()
    expect(after).toHaveLength(before.length)
    expect(words(await find(`One ${number}`))).toBe('The second words.')
    expect(await find(`Two ${number}`)).toEqual(
      before.find(({ title }: { title: string }) => title === `Two ${number}`),
    )
  })

  it('writes nothing with --dry-run and says what it would do', async () => {
    const known = await put(`known-${number}.txt`, 'The first words.')
    await run(known)
    await writeFile(known, 'The second words.')
    const fresh = await put(`fresh-${number}.txt`, 'New words.')
    const before = await all()
    const { code, stdout } = await run('--dry-run', known, fresh)
    expect(stdout.split('\n')).toEqual([
      `updated ${known}`,
      `created ${fresh}`,
      '1 created, 1 updated, 0 unchanged, 0 failed (dry run, nothing was written)',
      '',
    ])
    expect(code).toBe(0)
    expect(await all()).toEqual(before)
  })

  describe('--publish', () => {
    it('shows the articles to readers, those that were drafts before too', async () => {
      const file = await put(`public-${number}.txt`, 'For all to read.')
      await run(file)
      expect(await seen(`Public ${number}`)).toBeUndefined()
      expect((await run('--publish', file)).stdout).toContain(`updated ${file}\n`)
      expect(words(await seen(`Public ${number}`))).toBe('For all to read.')
      expect((await run('--publish', file)).stdout).toContain(`unchanged ${file}\n`)
    })

    it('is what it takes: without it readers keep what they see', async () => {
      const file = await put(`seen-${number}.txt`, 'What readers see.')
      await run('--publish', file)
      await writeFile(file, 'What they do not see yet.')
      await run(file)
      expect(words(await seen(`Seen ${number}`))).toBe('What readers see.')
      expect(words(await find(`Seen ${number}`))).toBe('What they do not see yet.')
    })

    it('publishes one language without the unfinished text of the other', async () => {
      const file = await put(`two-tongues-${number}.md`, `# Two tongues ${number}\n\nPublished words.`)
      await run('--publish', file)
      await writeFile(file, `# Two tongues ${number}\n\nUnfinished words.`)
      await run(file)
      const spanish = await put(`two-tongues-${number}.es.md`, `# Dos lenguas ${number}\n\nPalabras.`)
      expect((await run('--publish', spanish)).stdout).toContain(`updated ${spanish}\n`)
      expect(words(await seen(`Two tongues ${number}`))).toBe('Published words.')
      expect(words(await seen(`Dos lenguas ${number}`, '&locale=es'))).toBe('Palabras.')
      expect(words(await find(`Two tongues ${number}`))).toBe('Unfinished words.')
    })
  })

  describe('languages', () => {
    it('takes --locale es for the Spanish text', async () => {
      const file = await put(`piernas-${number}.txt`, 'Palabras sobre las piernas.')
      expect((await run('--locale', 'es', file)).code).toBe(0)
      const doc = await find(`Piernas ${number}`, '&locale=es&fallback-locale=none')
      expect(words(doc)).toBe('Palabras sobre las piernas.')
      const english = await service.ask('editor', 'GET', `/api/articles/${doc.id}?draft=true&fallback-locale=none`)
      expect(english.body.title ?? null).toBeNull()
    })

    it('puts the Spanish text beside the English one when the file is named so', async () => {
      await put(`legs-${number}.md`, `# Legs ${number}\n\nEnglish words.`)
      await put(`legs-${number}.es.md`, `# Piernas a ${number}\n\nPalabras.`)
      const { stdout } = await run('--publish', folder)
      expect(stdout).toContain('1 created, 1 updated, 0 unchanged, 0 failed')
      const doc = await seen(`Legs ${number}`)
      expect(words(doc)).toBe('English words.')
      const spanish = (await service.ask('stranger', 'GET', `/api/articles/${doc.id}?locale=es`)).body
      expect(spanish).toMatchObject({ title: `Piernas a ${number}` })
      expect(words(spanish)).toBe('Palabras.')
      expect((await run('--publish', folder)).stdout).toContain('0 created, 0 updated, 2 unchanged, 0 failed')
    })

    it('makes a language ready that was imported as a draft, though the article is public', async () => {
      const english = await put(`feet-${number}.md`, `# Feet ${number}\n\nEnglish words.`)
      const spanish = await put(`feet-${number}.es.md`, `# Pies ${number}\n\nPalabras.`)
      await run(spanish)
      await run('--publish', english)
      const { id } = await seen(`Feet ${number}`)
      const title = async () => (await service.ask('stranger', 'GET', `/api/articles/${id}?locale=es`)).body.title
      expect(await title()).toBe(`Feet ${number}`)
      expect((await run('--publish', spanish)).stdout).toContain(`updated ${spanish}\n`)
      expect(await title()).toBe(`Pies ${number}`)
    })

    it('believes what a text says of its language, and refuses one that is not kept here', async () => {
      const lines = [
        { id: `hands-${number}`, title: `Hands ${number}`, body: 'English words.', locale: 'en-US' },
        { id: `hands-${number}`, title: `Manos ${number}`, body: 'Palabras.', locale: 'es' },
        { id: `hands-${number}`, title: `Mains ${number}`, body: 'Mots.', locale: 'fr' },
      ]
      const file = await put(`hands-${number}.jsonl`, lines.map((line) => JSON.stringify(line)).join('\n'))
      const { code, stdout, stderr } = await run(file)
      expect(stdout).toBe(`created ${file}:1\nupdated ${file}:2\n1 created, 1 updated, 0 unchanged, 1 failed\n`)
      expect(stderr).toBe(`failed ${file}:3: its language is fr, and articles are in en or es\n`)
      expect(code).toBe(1)
      const { id } = await find(`Hands ${number}`)
      const spanish = await service.ask('editor', 'GET', `/api/articles/${id}?draft=true&locale=es`)
      expect(spanish.body.title).toBe(`Manos ${number}`)
    })
  })

  it('names what it cannot read, with the reason, and goes on with the others', async () => {
    const files = {
      good: await put(`good-${number}.txt`, 'Good words.'),
      empty: await put('empty.txt', ''),
      word: await put('broken.docx', zipSync({ 'a.txt': strToU8('no Word document') })),
      missing: join(folder, 'missing.md'),
      odd: await put('article.pdf', '%PDF-1.7'),
      lines: await put(
        'lines.jsonl',
        `{"id":"bad","title":"No body"}\n{"id":\n${JSON.stringify({ id: 'x', title: `Last ${number}`, body: 'Words.' })}\n`,
      ),
    }
    const { code, stdout, stderr } = await command(...Object.values(files))
    expect(stderr.split('\n')).toEqual([
      `failed ${files.empty}: it is empty`,
      `failed ${files.word}: it is a zip archive but no Word document`,
      `failed ${files.missing}: there is no such file`,
      `failed ${files.odd}: only .txt, .md, .html and .docx files can be read`,
      `failed ${files.lines}:1: its "body" is missing`,
      `failed ${files.lines}:2: it is no valid JSON`,
      '',
    ])
    expect(stdout).toBe(
      `created ${files.good}\ncreated ${files.lines}:3\n2 created, 0 updated, 0 unchanged, 6 failed\n`,
    )
    expect(code).toBe(1)
  })

  it('names the field that breaks a rule', async () => {
    const file = await put(`summary-${number}.md`, `---\ntitle: Long\ndescription: ${'long '.repeat(200)}\n---\nWords.`)
    const { code, stderr } = await run('--publish', file)
    expect(stderr).toMatch(new RegExp(`^failed .*summary-${number}\\.md: .*summary.*500.*\n$`))
    expect(code).toBe(1)
    expect(await find('Long')).toBeUndefined()
  })

  it.each([
    [[], /^which files\?\n\nUsage: /],
    [['--locale', 'fr', 'a.md'], /^--locale is en or es, not fr\n\nUsage: /],
    [['--loud', 'a.md'], /^Unknown option '--loud'.*\n\nUsage: /],
  ])('answers %j with its usage', async (args, complaint) => {
    const { code, stdout, stderr } = await command(...args)
    expect(stderr).toMatch(complaint)
    expect(stdout).toBe('')
    expect(code).toBe(2)
  })

  it('keeps as a draft what preflight refuses to publish, says why, and ends with 1', {
    timeout: 120_000,
  }, async () => {
    const block = (blocking: string[]) =>
      service.ask('admin', 'POST', '/api/globals/organisation', { preflight: { blocking } })
    await block(['missing-seek-care'])
    const folder = await put('both/needs-more.txt', 'Rest a little.').then(dirname)
    await put('both/says-it.md', '# Rest\n\nRest a little.\n\n## When to see a doctor\n\nIf it does not pass.')
    for (const attempt of ['the first time', 'once more']) {
      const { code, stdout, stderr } = await run(folder, '--publish')
      expect([attempt, code]).toEqual([attempt, 1])
      expect(stderr).toMatch(/failed .*needs-more\.txt: kept as a draft and not published: Say when to seek care/)
      expect(stdout).toMatch(/1 (created|unchanged).*1 failed/)
    }
    const drafts = (await all('&where[origin.source][equals]=needs-more.txt')).map(
      (doc: { _status: string }) => doc._status,
    )
    expect(drafts).toEqual(['draft'])
    await block([])
    expect((await run(folder, '--publish')).stdout).toContain('0 created, 1 updated, 1 unchanged, 0 failed')
  })
})
