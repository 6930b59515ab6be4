/** Of what stands in the channel beside posts, by which a post is known and read. */
const kept = new Set(['title', 'link', 'language', 'wp:wxr_version', 'wp:base_site_url', 'wp:base_blog_url'])
const gone = new Set(['trash', 'auto-draft', 'inherit'])

/**
 * A WordPress export as files of one post or page each, so that an editor looks at each by itself and the server reads little at once.
 * What is no export, or holds one post, comes back as it is: the server says what is wrong with it.
 */
export async function takeApart(file: File): Promise<File[]> {
  if (!/\.xml$/i.test(file.name)) return [file]
  const xml = new DOMParser().parseFromString(await file.text(), 'application/xml')
  const channel = xml.querySelector(':root > channel')
  if (!channel || xml.querySelector('parsererror')) return [file]
  const items = childrenOf(channel, 'item')
  const posts = items.filter((item) => /^(post|page)$/.test(wordOf(item, 'wp:post_type')) && !isGone(item))
  if (posts.length < 2) return [file]
  const attachments = new Map(
    items
      .filter((item) => wordOf(item, 'wp:post_type') === 'attachment')
      .map((item) => [wordOf(item, 'wp:post_id'), item]),
  )
  for (const child of [...channel.children]) if (!kept.has(child.nodeName)) child.remove()
  const writer = new XMLSerializer()
  return posts.map((post) => {
    // By their numbers, wherever a post names them: its picture, its galleries.
    const numbers = new Set(post.textContent?.match(/\d+/g))
    const named = [...numbers].flatMap((number) => attachments.get(number) ?? [])
    channel.append(post, ...named)
    const text = writer.serializeToString(xml.documentElement)
    for (const item of [post, ...named]) item.remove()
    return new File([text], nameOf(file.name, wordOf(post, 'wp:post_id')), { type: 'text/xml' })
  })
}

const childrenOf = (parent: Element, name: string): Element[] =>
  [...parent.children].filter(({ nodeName }) => nodeName === name)

const wordOf = (item: Element, name: string): string => childrenOf(item, name)[0]?.textContent?.trim() ?? ''

const isGone = (item: Element): boolean => gone.has(wordOf(item, 'wp:status'))

/** `export.es.xml` is Spanish, and so are its parts. */
const nameOf = (name: string, id: string): string =>
  name.replace(/(\.(?:en|es))?\.xml$/i, (ending) => `-${id}${ending}`)
