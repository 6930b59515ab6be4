import { createReadStream } from 'node:fs'
import { readdir, readFile, stat } from 'node:fs/promises'
import { basename, extname, join, relative } from 'node:path'
import { createInterface } from 'node:readline'
import { readArticleFile, readArticleLine } from '../richtext/readArticleFile'
import { UnreadableFile } from '../richtext/UnreadableFile'
import { localeOf } from '../richtext/wordpress/fromWordPressPost'
import {
  MAX_EXPORT_BYTES,
  readWordPressExport,
  tooLarge,
  type WordPressPost,
} from '../richtext/wordpress/readWordPressExport'
import type { ArticleSource } from './importArticle'
import { postSource } from './importing/postSource'
import { splitLocale } from './importing/splitLocale'

const readable = new Set(['.txt', '.md', '.markdown', '.html', '.htm', '.docx', '.jsonl', '.xml'])
const largestFile = 20 * 1024 * 1024

/** Something that can be imported, not read yet. */
export interface Candidate {
  /** For people: the path as it was given, and the line in a .jsonl file or the post in a WordPress export. */
  label: string
  /** From a name such as `leg-cramps.es.md`. */
  locale?: 'en' | 'es'
  /** @throws UnreadableFile, or the system's own error, with a message for people */
  read: () => Promise<ArticleSource>
}

/** What stands in a file beside its articles, and is left there. */
export interface PassedOver {
  label: string
  passedOver: string
}

/**
 * What stands at the given paths: files, the files in folders (and theirs), the lines of .jsonl files, the posts and pages of
 * WordPress exports. In order, and one at a time:
 * how many there are does not matter to memory. A path where nothing can be found is a candidate that cannot be read, so that
 * one wrong path does not keep the others out.
 *
 * @param paths files or folders
 */
export async function* articleSources(paths: readonly string[]): AsyncGenerator<Candidate | PassedOver> {
  for (const path of paths) {
    try {
      yield* sourcesAt(path)
    } catch (error) {
      const isMissing = (error as NodeJS.ErrnoException).code === 'ENOENT'
      const reason = isMissing ? new Error('there is no such file') : error
      yield { label: path, read: () => Promise.reject(reason) }
    }
  }
}

async function* sourcesAt(path: string): AsyncGenerator<Candidate | PassedOver> {
  const isFolder = (await stat(path)).isDirectory()
  for (const file of isFolder ? await filesIn(path) : [path]) {
    const source = isFolder ? relative(path, file) : basename(file)
    const ending = extname(file).toLowerCase()
    if (ending === '.jsonl') yield* linesOf(file)
    else if (ending === '.xml') yield* postsOf(file)
    else yield fileCandidate(file, source)
  }
}

function fileCandidate(file: string, path: string): Candidate {
  const { source, locale } = splitLocale(path.split('\\').join('/'))
  return {
    label: file,
    ...(locale ? { locale } : {}),
    read: async () => {
      const { size } = await stat(file)
      if (size > largestFile) throw new Error(`larger than ${largestFile / 1024 / 1024} MB`)
      const bytes = await readFile(file)
      return { article: await readArticleFile({ name: basename(file), bytes }), source, bytes }
    },
  }
}

async function* linesOf(file: string): AsyncGenerator<Candidate> {
  const lines = createInterface({ input: createReadStream(file, 'utf8'), crlfDelay: Number.POSITIVE_INFINITY })
  let number = 0
  for await (const line of lines) {
    number++
    if (!line.trim()) continue
    yield {
      label: `${file}:${number}`,
      read: async () => {
        const article = readArticleLine(line)
        return { article, source: `${basename(file)}#${article.id}`, bytes: Buffer.from(line) }
      },
    }
  }
}

/** The default language first: a translation alone is not published. */
async function* postsOf(file: string): AsyncGenerator<Candidate | PassedOver> {
  let from: ReturnType<typeof readWordPressExport>
  try {
    if ((await stat(file)).size > MAX_EXPORT_BYTES) throw new UnreadableFile(tooLarge)
    from = readWordPressExport(await readFile(file))
  } catch (error) {
    yield { label: file, read: () => Promise.reject(error) }
    return
  }
  const { locale } = splitLocale(basename(file))
  const isSpanish = (post: WordPressPost) => localeOf(post)?.startsWith('es') ?? false
  for (const post of [...from.posts.filter((each) => !isSpanish(each)), ...from.posts.filter(isSpanish)]) {
    yield {
      label: `${file}#${post.id}`,
      // what the export says of the post itself wins; the site's language is only that of most of its posts
      ...(locale && !localeOf(post) ? { locale } : {}),
      read: async () => postSource(post, from),
    }
  }
  for (const [what, count] of from.passedOver) yield { label: file, passedOver: `${count} ${what}` }
}

async function filesIn(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  return entries
    .filter((entry) => entry.isFile() && !entry.name.startsWith('.') && readable.has(extname(entry.name).toLowerCase()))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort()
}
