import { cleanText } from './cleanText'
import { decodeText } from './decodeText'
import { fromDocx } from './fromDocx'
import { fromHtml } from './fromHtml'
import { fromMarkdown } from './fromMarkdown'
import { fromPlainText } from './fromPlainText'
import { readFrontMatter } from './frontMatter'
import type { LexicalState } from './lexicalNodes'
import { safeUrl } from './safeUrl'
import { toText } from './toText'
import { UnreadableFile } from './UnreadableFile'

/** An article as a file gives it. */
export interface ArticleFile {
  title: string
  body: LexicalState
  summary?: string
  slug?: string
  /** Slugs that it had before this one, where it came from. */
  formerSlugs?: string[]
  locale?: string
  /** Who wrote it, as the file says. */
  source?: string
  /** Where it stands, as the file says: an http or https address. */
  url?: string
  /** A line for each thing that could not be kept. */
  warnings: string[]
}

/** The largest files that are read: far more than an article, little enough for every reader's time and memory. */
const MAX_TEXT_BYTES = 5 * 1024 * 1024
/** Word keeps the pictures in the file. */
const MAX_WORD_BYTES = 20 * 1024 * 1024

/** Zero-width spaces and their like are no words. */
const VISIBLE = /[^\s\p{Default_Ignorable_Code_Point}]/u

/**
 * Reads an article from a file, by its name's ending: .txt, .md, .markdown, .html, .htm, .docx. The title is the one that
 * the file gives, or else its name.
 *
 * @throws {@link UnreadableFile} with a reason in one line
 */
export async function readArticleFile(file: { name: string; bytes: Uint8Array }): Promise<ArticleFile> {
  const { name, bytes } = file
  if (bytes.length === 0) throw new UnreadableFile('it is empty')
  refuseLarge(bytes.length, /\.docx$/i.test(name) ? MAX_WORD_BYTES : MAX_TEXT_BYTES)
  try {
    const { title, ...rest } = await readByEnding(name, bytes)
    const article = { ...rest, title: shorten(title || titleFromName(name)) }
    if (!VISIBLE.test(toText(article.body).text)) throw new UnreadableFile('there are no words in it')
    return article
  } catch (error) {
    // what is nested beyond a reader's stack is no article
    if (error instanceof RangeError) throw new UnreadableFile('it is nested too deeply')
    throw error
  }
}

/**
 * Reads an article from a line of a .jsonl file: `{id, title, body, source?, url?, summary?, slug?, locale?}`, the body
 * in Markdown.
 *
 * @throws {@link UnreadableFile} with a reason in one line
 */
export function readArticleLine(line: string): ArticleFile & { id: string } {
  refuseLarge(line.length, MAX_TEXT_BYTES)
  const value = parseLine(line)
  const id = typeof value.id === 'number' ? String(value.id) : textIn(value, 'id')
  const title = textIn(value, 'title')
  const markdown = textIn(value, 'body')
  if (!id) throw new UnreadableFile('its "id" is missing')
  if (!title) throw new UnreadableFile('its "title" is missing')
  if (!markdown) throw new UnreadableFile('its "body" is missing')
  const url = webAddress(textIn(value, 'url'))
  const { body, warnings } = fromMarkdown(markdown, { title, ...(url ? { url } : {}) })
  if (!VISIBLE.test(toText(body).text)) throw new UnreadableFile('there are no words in its "body"')
  const known = optional({
    summary: textIn(value, 'summary'),
    slug: textIn(value, 'slug'),
    locale: textIn(value, 'locale'),
    source: textIn(value, 'source'),
    url,
  })
  return { id, title: shorten(title), body, ...known, warnings }
}

/** @throws UnreadableFile where a file of text is larger than any article */
export const refuseLargeText = (size: number): void => refuseLarge(size, MAX_TEXT_BYTES)

function refuseLarge(size: number, most: number): void {
  if (size > most) throw new UnreadableFile(`it is larger than ${most / 1024 / 1024} MB`)
}

type Read = Omit<ArticleFile, 'title'> & { title?: string }

async function readByEnding(name: string, bytes: Uint8Array): Promise<Read> {
  const ending = /\.[^./\\]*$/.exec(name)?.[0].toLowerCase()
  switch (ending) {
    case '.docx':
      return fromDocx(docxBytes(bytes))
    case '.html':
    case '.htm':
      return fromHtml(decodeText(bytes, true))
    case '.md':
    case '.markdown':
      return readMarkdown(cleanText(decodeText(bytes)))
    case '.txt': {
      const text = decodeText(bytes)
      return /^\s*<(?:!doctype html|html)\b/i.test(text) ? fromHtml(text) : fromPlainText(text)
    }
  }
  throw new UnreadableFile('only .txt, .md, .html and .docx files can be read')
}

function readMarkdown(markdown: string): Read {
  const { matter, rest, warnings } = readFrontMatter(markdown)
  const url = webAddress(matter.url)
  const read = fromMarkdown(rest, optional({ title: matter.title, url }))
  const { url: _, ...known } = matter
  return { ...known, ...optional({ url }), ...read, warnings: [...warnings, ...read.warnings] }
}

/** A .docx is a zip archive; what else bears that name is told apart for whoever sent it. */
function docxBytes(bytes: Uint8Array): Uint8Array {
  if (bytes[0] === 0x50 && bytes[1] === 0x4b) return bytes
  decodeText(bytes) // names the other kinds that it knows
  throw new UnreadableFile('it is named .docx but is plain text')
}

/** `leg-cramps_and-veins.es.txt` → "Leg cramps and veins". */
function titleFromName(name: string): string {
  const base = name
    .replace(/^.*[/\\]/, '')
    .replace(/\.[^.]*$/, '')
    .replace(/\.[a-z]{2}$/i, '')
  const words = cleanText(base)
    .replace(/[-_+\s]+/g, ' ')
    .trim()
  return words === '' ? 'Untitled' : words.charAt(0).toUpperCase() + words.slice(1)
}

const MAX_TITLE = 300

function shorten(title: string): string {
  const clean = cleanText(title).replace(/\s+/g, ' ').trim()
  return clean.length <= MAX_TITLE
    ? clean
    : `${cleanText(clean.slice(0, MAX_TITLE - 1))
        .replace(/\uFFFD$/, '')
        .trimEnd()}…`
}

function parseLine(line: string): Record<string, unknown> {
  let value: unknown
  try {
    value = JSON.parse(line.replace(/^\uFEFF/, ''))
  } catch {
    throw new UnreadableFile('it is no valid JSON')
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw new UnreadableFile('it is no JSON object')
  }
  return value as Record<string, unknown>
}

function textIn(value: Record<string, unknown>, field: string): string | undefined {
  const text = value[field]
  if (text === undefined || text === null) return undefined
  if (typeof text !== 'string') throw new UnreadableFile(`its "${field}" is no text`)
  return cleanText(text).trim() || undefined
}

function webAddress(url: string | undefined): string | undefined {
  const safe = safeUrl(url)
  return safe?.startsWith('http') ? safe : undefined
}

/** The fields that have a value. */
function optional<Fields extends object>(fields: Fields): { [Key in keyof Fields]?: NonNullable<Fields[Key]> } {
  const known = Object.entries(fields).filter(([, value]) => value !== undefined)
  return Object.fromEntries(known) as { [Key in keyof Fields]?: NonNullable<Fields[Key]> }
}
