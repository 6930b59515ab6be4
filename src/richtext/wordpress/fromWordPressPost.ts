import type { Root } from 'hast'
import { cleanText } from '../cleanText'
import { fromHast } from '../fromHast'
import { isElement, textOf, walkHast } from '../hastNodes'
import { parseHtml } from '../parseHtml'
import type { ArticleFile } from '../readArticleFile'
import { safeUrl } from '../safeUrl'
import { toText } from '../toText'
import { UnreadableFile } from '../UnreadableFile'
import { breakParagraphs } from './breakParagraphs'
import { readShortcodes } from './readShortcodes'
import type { WordPressExport, WordPressPost } from './readWordPressExport'

const MAX_SUMMARY = 500
const MOST_IMAGES_NAMED = 20

/**
 * An article of a post or page: its words without blocks, shortcodes and pictures, each of which is told about.
 *
 * @throws UnreadableFile where it has no title or no words
 */
export function fromWordPressPost(post: WordPressPost, from: WordPressExport): ArticleFile {
  const title = plain(post.title)
  if (!title) throw new UnreadableFile('it has no title')
  const { text, removed, kept } = readShortcodes(post.content)
  const tree = parseHtml(text, 'fragment')
  if (!/<!--\s*wp:/.test(text)) breakParagraphs(tree)
  const url = post.status === 'publish' ? safeUrl(post.link.trim()) : undefined
  const { body, warnings } = fromHast(tree, url ? { url } : {})
  if (!toText(body).text.trim()) throw new UnreadableFile('there are no words in it')
  const { summary, warning } = summaryOf(post)
  const images = [...imagesIn(tree, url), ...imagesOf(post, removed, from.attachments)]
  const slug = decoded(post.slug)
  const formerSlugs = valuesOf(post, '_wp_old_slug').map(decoded)
  const locale = localeOf(post) ?? from.language
  return {
    title,
    body,
    ...(summary ? { summary } : {}),
    ...(slug ? { slug } : {}),
    ...(formerSlugs.length > 0 ? { formerSlugs } : {}),
    ...(locale ? { locale } : {}),
    ...(url ? { url } : {}),
    warnings: [
      ...warnings.filter((each) => each !== 'images were left out'),
      ...warning,
      ...nameImages([...new Set(images)]),
      ...[...new Set(removed.map(({ name }) => name))].map((name) => `the shortcode [${name}] was left out`),
      ...kept.map((name) => `[${name}] may be a shortcode and was kept`),
      ...dynamicBlocks(tree).map(
        (name) => `the block “${name}” was left out: WordPress makes its words when it is shown`,
      ),
    ],
  }
}

/** Polylang keeps a post's language as a term. */
export const localeOf = (post: WordPressPost): string | undefined =>
  post.terms.find(({ domain }) => domain === 'language')?.nicename || undefined

/** By which the article is known again: the same for the translations of one post, where Polylang says that they are that. */
export function sourceOf(post: WordPressPost, site: string): string {
  const group = post.terms.find(({ domain }) => domain === 'post_translations')?.nicename
  return `wordpress:${site}/${group || post.id}`
}

/** WordPress's excerpt, or else what a search engine was told. */
function summaryOf(post: WordPressPost): { summary: string; warning: string[] } {
  const description = valuesOf(post, '_yoast_wpseo_metadesc')[0] ?? valuesOf(post, 'rank_math_description')[0] ?? ''
  // %%title%% is a plugin's variable, and no words
  const summary = plain(post.excerpt) || (/%%?\w+%/.test(description) ? '' : plain(description))
  if (summary.length <= MAX_SUMMARY) return { summary, warning: [] }
  const cut = summary.slice(0, MAX_SUMMARY - 1).replace(/\s+\S*$/, '')
  return { summary: `${cut}…`, warning: [`its excerpt was shortened to ${MAX_SUMMARY} characters`] }
}

const valuesOf = (post: WordPressPost, key: string): string[] =>
  post.meta.filter(([name, value]) => name === key && value.trim()).map(([, value]) => value.trim())

/** Words of a title or excerpt, which may hold elements and references such as `&#8217;`. */
const plain = (html: string): string =>
  cleanText(textOf(parseHtml(html, 'fragment')))
    .replace(/\s+/g, ' ')
    .trim()

function imagesIn(tree: Root, url: string | undefined): string[] {
  return [...walkHast(tree)].flatMap((node) => {
    if (!isElement(node, 'img')) return []
    return safeUrl(node.properties.src, url) ?? []
  })
}

/** Its featured picture, and those that galleries name. */
function imagesOf(
  post: WordPressPost,
  shortcodes: readonly { name: string; attributes: string }[],
  attachments: ReadonlyMap<string, string>,
): string[] {
  const inGalleries = shortcodes
    .filter(({ name }) => name === 'gallery')
    .flatMap(({ attributes }) => /\bids\s*=\s*["']?([\d,\s]+)/.exec(attributes)?.[1]?.split(',') ?? [])
  return [...valuesOf(post, '_thumbnail_id'), ...inGalleries].flatMap((id) => safeUrl(attachments.get(id.trim())) ?? [])
}

function nameImages(images: readonly string[]): string[] {
  const more = images.length - MOST_IMAGES_NAMED
  return [
    ...images.slice(0, MOST_IMAGES_NAMED).map((image) => `a picture was left out: ${image}`),
    ...(more > 0 ? [`${more} more pictures were left out`] : []),
  ]
}

/** The names of blocks that hold no words of their own, such as `<!-- wp:latest-posts /-->`. */
function dynamicBlocks(tree: Root): string[] {
  const names = [...walkHast(tree)].flatMap((node) => {
    if (node.type !== 'comment' || !node.value.trimEnd().endsWith('/')) return []
    return /^\s*wp:([a-z][\w/-]{0,80})/.exec(node.value)?.[1]?.replace(/\/$/, '') ?? []
  })
  return [...new Set(names)]
}

/** WordPress keeps addresses percent-encoded. */
function decoded(slug: string): string {
  try {
    return decodeURIComponent(slug.trim())
  } catch {
    return slug.trim()
  }
}
