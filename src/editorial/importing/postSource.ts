import { refuseLargeText } from '../../richtext/readArticleFile'
import { UnreadableFile } from '../../richtext/UnreadableFile'
import { fromWordPressPost, sourceOf } from '../../richtext/wordpress/fromWordPressPost'
import {
  readWordPressExport,
  type WordPressExport,
  type WordPressPost,
} from '../../richtext/wordpress/readWordPressExport'
import type { ArticleSource } from '../importArticle'

/** A post or page of an export, known again by its site and number, whatever the file is called and by whatever road it comes. */
export const postSource = (post: WordPressPost, from: WordPressExport): ArticleSource => ({
  article: fromWordPressPost(post, from),
  source: sourceOf(post, from.site),
  bytes: Buffer.from(JSON.stringify(post)),
  isDraft: post.status !== 'publish' || post.isProtected,
})

/**
 * The one post of an export that the desk has taken apart.
 *
 * @throws UnreadableFile
 */
export function onlyPostIn(bytes: Uint8Array): ArticleSource {
  refuseLargeText(bytes.length)
  try {
    const from = readWordPressExport(bytes)
    const [post, ...others] = from.posts
    if (!post) throw new UnreadableFile('there is no post and no page in it')
    if (others.length > 0) throw new UnreadableFile(`it holds ${from.posts.length} posts, and one file is one article`)
    return postSource(post, from)
  } catch (error) {
    // what is nested beyond a reader's stack is no article
    if (error instanceof RangeError) throw new UnreadableFile('it is nested too deeply')
    throw error
  }
}
