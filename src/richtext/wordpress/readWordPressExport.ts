import sax from 'sax'
import { cleanText } from '../cleanText'
import { UnreadableFile } from '../UnreadableFile'
import { decodeXml } from './decodeXml'

/** One post or page as the export has it. */
export interface WordPressPost {
  id: string
  type: 'post' | 'page'
  /** WordPress's own word: publish, draft, pending, private, future … */
  status: string
  /** Readers of WordPress were asked for a password. */
  isProtected: boolean
  title: string
  content: string
  excerpt: string
  slug: string
  link: string
  /** By key, such as `_thumbnail_id`; a key may stand there more than once. Others are left out, since plugins count visits in them. */
  meta: [string, string][]
  /** A language and the group of its translations, as plugins keep them. Categories and tags are left out. */
  terms: { domain: string; nicename: string }[]
}

export interface WordPressExport {
  /** The site's host, by which its posts are known again. */
  site: string
  /** The site's language, such as `en-US`. */
  language: string | undefined
  posts: WordPressPost[]
  /** Addresses of the media files, by the ids under which posts name them. */
  attachments: Map<string, string>
  /** How many of what are no articles: attachments, menus, revisions, the trash. */
  passedOver: Map<string, number>
}

/** More than ten years of a busy site without its pictures, which stand beside the file; little enough to hold in memory. */
export const MAX_EXPORT_BYTES = 32 * 1024 * 1024
const MAX_CONTENT = 5 * 1024 * 1024
const MAX_FIELD = 20_000
const MAX_DEPTH = 32
const MAX_ITEMS = 50_000

/**
 * Reads a WordPress export (WXR: RSS 2.0 with WordPress's own elements), all of it before anything is made of it, so that a file which
 * is damaged at its end is refused whole. XML's own five entities are read and no others; a document type, by which a file could
 * define more or fetch some, is refused.
 *
 * @throws {@link UnreadableFile}
 */
export function readWordPressExport(bytes: Uint8Array): WordPressExport {
  if (bytes.length === 0) throw new UnreadableFile('it is empty')
  if (bytes.length > MAX_EXPORT_BYTES) throw new UnreadableFile(tooLarge)
  const reader = new ExportReader()
  const xml = decodeXml(bytes)
  // in pieces, since the parser looks at the length of what it holds after each
  for (let start = 0; start < xml.length; start += 65_536) reader.parser.write(xml.slice(start, start + 65_536))
  reader.parser.close()
  return reader.result()
}

/** Also for whoever knows the size before the bytes. */
export const tooLarge = `it is larger than ${MAX_EXPORT_BYTES / 1024 / 1024} MB: export it in parts, by date or by kind`

/** The elements whose words are kept, by their path; below an item and below the channel. */
const fields: Record<string, keyof Draft> = {
  title: 'title',
  link: 'link',
  'content:encoded': 'content',
  'excerpt:encoded': 'excerpt',
  'wp:post_id': 'id',
  'wp:post_type': 'type',
  'wp:post_name': 'slug',
  'wp:status': 'status',
  'wp:post_password': 'password',
  'wp:attachment_url': 'attachment',
}

const keptMeta = new Set(['_thumbnail_id', '_wp_old_slug', '_yoast_wpseo_metadesc', 'rank_math_description'])
const keptTerms = new Set(['language', 'post_translations'])

type Draft = Record<
  'title' | 'link' | 'content' | 'excerpt' | 'id' | 'type' | 'slug' | 'status' | 'password' | 'attachment',
  string
> & { meta: [string, string][]; terms: WordPressPost['terms'] }

/** Its types do not know it; without it HTML's entities are read too. */
const xmlsOwnEntities = { strictEntities: true } as sax.SAXOptions

class ExportReader {
  readonly parser = sax.parser(true, xmlsOwnEntities)
  private readonly path: string[] = []
  private readonly posts: WordPressPost[] = []
  private readonly attachments = new Map<string, string>()
  private readonly passedOver = new Map<string, number>()
  private readonly channel: Record<string, string> = {}
  private item: Draft | undefined
  private metaKey = ''
  private words = ''
  private items = 0

  constructor() {
    const { parser } = this
    parser.ondoctype = () => this.refuse('it has a document type, which no export of WordPress has')
    parser.onerror = (error) => this.refuse(`it is no valid XML: ${error.message.split('\n')[0]}`)
    parser.onopentag = (tag) => this.open(tag.name, tag.attributes as Record<string, string>)
    parser.onclosetag = () => this.close()
    parser.ontext = (text) => this.add(text)
    parser.oncdata = (text) => this.add(text)
  }

  result(): WordPressExport {
    if (!this.channel['wp:wxr_version'])
      throw new UnreadableFile('it is no WordPress export (WXR): in WordPress, choose Tools, Export')
    const address = this.channel['wp:base_blog_url'] || this.channel.link || ''
    if (!URL.canParse(address)) throw new UnreadableFile('it does not say which site it is of')
    return {
      site: new URL(address).host,
      language: this.channel.language || undefined,
      posts: this.posts,
      attachments: this.attachments,
      passedOver: this.passedOver,
    }
  }

  private open(name: string, attributes: Record<string, string>): void {
    if (this.path.push(name) > MAX_DEPTH) this.refuse(`it is nested more than ${MAX_DEPTH} levels deep`)
    this.words = ''
    if (this.at('rss/channel/item')) {
      if (++this.items > MAX_ITEMS) this.refuse(`it has more than ${MAX_ITEMS} items: export it in parts`)
      this.item = emptyItem()
    } else if (this.at('rss/channel/item/category')) {
      const { domain = '', nicename = '' } = attributes
      if (keptTerms.has(domain)) this.item?.terms.push({ domain, nicename })
    }
  }

  private add(text: string): void {
    const name = this.path.at(-1)
    const isKept = this.item ? this.path.length > 3 : this.path.length === 3
    if (!isKept) return
    const most = name === 'content:encoded' ? MAX_CONTENT : MAX_FIELD
    // What a plugin keeps may be long, and is of no use here.
    if (name === 'wp:meta_value' && this.words.length + text.length > MAX_FIELD) return
    if (this.words.length + text.length > most) this.refuse(`its ${name} is longer than ${most} characters`)
    this.words += text
  }

  private close(): void {
    const name = this.path.at(-1) ?? ''
    const words = cleanText(this.words)
    const { item } = this
    if (item && this.at('rss/channel/item')) {
      this.keep(item)
      this.item = undefined
    } else if (item && this.path.length === 4) {
      const field = fields[name]
      if (field && field !== 'meta' && field !== 'terms') item[field] = field === 'content' ? words : words.trim()
    } else if (item && this.at('rss/channel/item/wp:postmeta/wp:meta_key')) this.metaKey = words
    else if (item && this.at('rss/channel/item/wp:postmeta/wp:meta_value') && keptMeta.has(this.metaKey))
      item.meta.push([this.metaKey, words])
    else if (!item && this.path.length === 3) this.channel[name] ??= words.trim()
    this.path.pop()
    this.words = ''
  }

  private keep({ password, attachment, type, ...post }: Draft): void {
    if (type === 'attachment' && attachment) this.attachments.set(post.id, attachment)
    const isGone = post.status === 'trash' || post.status === 'auto-draft' || post.status === 'inherit'
    if ((type === 'post' || type === 'page') && !isGone) {
      if (!/^\d{1,20}$/.test(post.id)) this.refuse('it has a post without a number')
      this.posts.push({ ...post, type, isProtected: password !== '' })
      return
    }
    const what = post.status === 'trash' ? 'in the trash' : `of the type ${cleanName(type)}`
    this.passedOver.set(what, (this.passedOver.get(what) ?? 0) + 1)
  }

  private at(path: string): boolean {
    return this.path.length === path.split('/').length && this.path.join('/') === path
  }

  private refuse(reason: string): never {
    throw new UnreadableFile(`${reason} (line ${this.parser.line + 1})`)
  }
}

const emptyItem = (): Draft => ({
  title: '',
  link: '',
  content: '',
  excerpt: '',
  id: '',
  type: '',
  slug: '',
  status: '',
  password: '',
  attachment: '',
  meta: [],
  terms: [],
})

const cleanName = (name: string): string => name.replace(/[^\w-]/g, '').slice(0, 40) || 'unknown'
