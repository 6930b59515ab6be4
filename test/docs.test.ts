import { execFile } from 'node:child_process'
import { readdirSync, readFileSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join, relative, resolve } from 'node:path'
import { promisify } from 'node:util'
import MarkdownIt from 'markdown-it'
import type { MarkdownRenderer } from 'vitepress'
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest'
import { repositoryLinks } from '../docs/.vitepress/repositoryLinks'
import { docComments } from '../src/cli/reference/docComments'

describe('The site of the documentation', { timeout: 240_000 }, () => {
  let site: string
  const pages = new Map<string, string>()
  beforeAll(async () => {
    site = await mkdtemp(join(tmpdir(), 'saphena-docs-'))
    // Fails by itself on a link to a page or a file that does not exist.
    await promisify(execFile)('node_modules/.bin/vitepress', ['build', 'docs', '--outDir', site])
    for (const file of readdirSync(site, { recursive: true, encoding: 'utf8' }))
      if (file.endsWith('.html')) pages.set(resolve('/', file), readFileSync(join(site, file), 'utf8'))
  }, 240_000)
  afterAll(() => rm(site, { recursive: true, force: true }))

  const linksIn = (page: string) =>
    [...page.matchAll(/\shref="([^"]*)"/g)].map(([, href = '']) => href.replaceAll('&amp;', '&'))
  const idsIn = (page: string) => new Set([...page.matchAll(/\sid="([^"]*)"/g)].map(([, id]) => id))
  /** As a server of clean addresses finds it. */
  const fileOf = (path: string) => (path.endsWith('/') ? `${path}index.html` : `${path}.html`)

  it('has each place that one of its links names', () => {
    const broken = [...pages].flatMap(([from, page]) =>
      linksIn(page)
        .filter((href) => !/^[a-z]+:/i.test(href) && !/\.(?:css|js|svg|png|woff2)$/.test(href))
        .filter((href) => {
          const { pathname, hash } = new URL(href, `http://docs.example${from.replace(/\.html$/, '')}`)
          const target = pages.get(fileOf(decodeURI(pathname)))
          return !target || (hash !== '' && !idsIn(target).has(decodeURIComponent(hash.slice(1))))
        })
        .map((href) => `${from}: ${href}`),
    )
    expect(broken).toEqual([])
  })

  it('has all guides and the whole reference in its menu', () => {
    const menu = new Set(linksIn(pages.get('/docs/tutorial.html') ?? ''))
    const written = readdirSync('docs', { recursive: true, encoding: 'utf8' }).filter(
      (file) => file.endsWith('.md') && !file.startsWith('.vitepress'),
    )
    expect(written.length).toBeGreaterThan(15)
    expect(written.filter((file) => !menu.has(`/docs/${file.replace(/\.md$/, '')}`))).toEqual([])
  })
})

describe('A link in the documentation', () => {
  const render = (markdown: string) => {
    const md = new MarkdownIt()
    repositoryLinks(md as unknown as MarkdownRenderer, `${resolve('.')}/`)
    return md.renderInline(markdown, { path: resolve('docs/tutorial.md') })
  }
  afterEach(() => void vi.unstubAllEnvs())

  it('that leads to no file is refused', () => {
    expect(() => render('[x](nowhere.md)')).toThrow('docs/tutorial.md: nothing is at nowhere.md')
    expect(() => render('[x](../test/nowhere.ts)')).toThrow('nothing is at ../test/nowhere.ts')
  })

  it('stays where it leads to a page or out of the project', () => {
    expect(render('[x](linking.md#papers)')).toBe('<a href="linking.md#papers">x</a>')
    expect(render('[x](../README.md#docker)')).toBe('<a href="/#docker">x</a>')
    expect(render('[x](https://example.org/)')).toBe('<a href="https://example.org/">x</a>')
  })

  it('to another file is words, or leads to where the project is hosted', () => {
    expect(render('[x](../LICENSE) [y](../schema.graphql)')).toBe(
      '<span title="LICENSE">x</span> <span title="schema.graphql">y</span>',
    )
    vi.stubEnv('DOCS_REPOSITORY', 'https://git.example.org/saphena/blob/main')
    expect(render('[x](../LICENSE)')).toBe('<a href="https://git.example.org/saphena/blob/main/LICENSE">x</a>')
  })
})

describe('The reference', () => {
  it('has a sentence for each command and each endpoint', () => {
    const commands = readFileSync('docs/reference/commands.md', 'utf8')
    expect([...commands.matchAll(/^## (`.*`)\n\n\s*(?=\n##|$)/gm)].map(([, name]) => name)).toEqual([])
    const rest = readFileSync('docs/reference/rest.md', 'utf8')
    expect([...rest.matchAll(/^\| (`[A-Z]+ \/api\S*`)\s*\|\s*\|$/gm)].map(([, name]) => name)).toEqual([])
    expect(rest).toMatch(/^\| `POST \/api\/linking\/preview` .*mentions/m)
  })

  it('takes a comment’s words and leaves out what is for programmers', () => {
    const [found] = docComments('src/cli/reference').filter(({ next }) => next.includes('function docComments'))
    expect(found?.words).toMatch(/^All that the code says .* Run in the project's folder\.$/)
  })
})

describe('The Markdown', () => {
  const files = ['README.md', 'CONTRIBUTING.md', 'CHANGELOG.md', 'SECURITY.md', ...markdownIn('docs')]

  it('shows pictures that are there, and says what is on them', () => {
    for (const file of files)
      for (const [, alt = '', path = ''] of readFileSync(file, 'utf8').matchAll(/!\[([^\]]*)\]\(([^)]+)\)/g)) {
        expect(alt.length, `${file}: ${path}`).toBeGreaterThan(20)
        const at = relative('.', join(dirname(file), path))
        expect(() => readFileSync(at), `${file}: ${path}`).not.toThrow()
      }
  })
})

function markdownIn(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.md') && !file.startsWith('.vitepress'))
    .map((file) => join(folder, file))
}
