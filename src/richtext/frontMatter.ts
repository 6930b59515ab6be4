import { parse } from 'yaml'

export interface FrontMatter {
  title?: string
  summary?: string
  slug?: string
  locale?: string
  source?: string
  url?: string
}

/** The names under which writers' tools keep these. */
const NAMES: Record<keyof FrontMatter, string[]> = {
  title: ['title'],
  summary: ['summary', 'description'],
  slug: ['slug'],
  locale: ['locale', 'lang', 'language'],
  source: ['source'],
  url: ['url', 'canonical'],
}

/** The YAML between two `---` lines at the start of a Markdown file, and the text after it. */
export function readFrontMatter(markdown: string): { matter: FrontMatter; rest: string; warnings: string[] } {
  const match = /^---[ \t]*\n([\s\S]{0,20000}?)\n(?:---|\.\.\.)[ \t]*(?:\n|$)/.exec(markdown)
  if (!match || !/^[\w-]+[ \t]*:/m.test(match[1] ?? '')) return { matter: {}, rest: markdown, warnings: [] }
  const rest = markdown.slice(match[0].length)
  let values: unknown
  try {
    values = parse(match[1] ?? '', { maxAliasCount: 10, logLevel: 'error' }) // 'silent' would hide the errors too
  } catch {
    return { matter: {}, rest, warnings: ['the front matter is no valid YAML and was left out'] }
  }
  const matter: FrontMatter = {}
  for (const [field, names] of Object.entries(NAMES) as [keyof FrontMatter, string[]][]) {
    const value = names.map((name) => (isRecord(values) ? values[name] : undefined)).find((it) => it !== undefined)
    if (typeof value === 'string' && value.trim()) matter[field] = value.trim()
    else if (typeof value === 'number') matter[field] = String(value)
  }
  return { matter, rest, warnings: [] }
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null
}
