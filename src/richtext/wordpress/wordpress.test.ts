import { describe, expect, it } from 'vitest'
import { type SamplePost, wordpressExport } from '../../../test/wordpressExport'
import { toHtml } from '../toHtml'
import { UnreadableFile } from '../UnreadableFile'
import { fromWordPressPost, sourceOf } from './fromWordPressPost'
import { MAX_EXPORT_BYTES, readWordPressExport } from './readWordPressExport'

const bytesOf = (text: string) => new TextEncoder().encode(text)
const read = (...posts: SamplePost[]) => readWordPressExport(bytesOf(wordpressExport(posts)))
const article = (post: Partial<SamplePost>, ...others: SamplePost[]) => {
  const from = read({ id: 1, title: 'Legs', content: 'Words.', ...post }, ...others)
  const [first] = from.posts
  if (!first) throw new Error('no post')
  return fromWordPressPost(first, from)
}
const htmlOf = (content: string) => toHtml(article({ content }).body)
const reasonFor = (bytes: Uint8Array) => {
  try {
    readWordPressExport(bytes)
  } catch (error) {
    if (error instanceof UnreadableFile) return error.reason
    throw error
  }
  return undefined
}

describe('a WordPress export', () => {
  it('gives posts and pages, and counts what else is in it', () => {
    const from = read(
      { id: 1, title: 'A post', content: 'Words.' },
      { id: 2, title: 'A page', content: 'Words.', type: 'page', status: 'draft' },
      { id: 3, title: 'Old', content: 'Words.', status: 'trash' },
      {
        id: 4,
        title: 'leg.jpg',
        content: '',
        type: 'attachment',
        status: 'inherit',
        attachment: 'https://x.example/l.jpg',
      },
      { id: 5, title: 'Menu', content: '', type: 'nav_menu_item' },
    )
    expect(from.posts.map(({ id, type, status }) => [id, type, status])).toEqual([
      ['1', 'post', 'publish'],
      ['2', 'page', 'draft'],
    ])
    expect(Object.fromEntries(from.passedOver)).toEqual({
      'in the trash': 1,
      'of the type attachment': 1,
      'of the type nav_menu_item': 1,
    })
    expect(from).toMatchObject({ site: 'blog.example.org', language: 'en-US' })
  })

  it('knows a post again by its site and number, and translations by their group', () => {
    const { posts, site } = read(
      {
        id: 8,
        title: 'Legs',
        content: 'Words.',
        categories: [
          ['language', 'en'],
          ['post_translations', 'pll_5f'],
        ],
      },
      {
        id: 9,
        title: 'Piernas',
        content: 'Palabras.',
        categories: [
          ['language', 'es'],
          ['post_translations', 'pll_5f'],
        ],
      },
      { id: 10, title: 'Alone', content: 'Words.' },
    )
    expect(posts.map((post) => sourceOf(post, site))).toEqual([
      'wordpress:blog.example.org/pll_5f',
      'wordpress:blog.example.org/pll_5f',
      'wordpress:blog.example.org/10',
    ])
  })

  it('takes words in any encoding that it declares', () => {
    const latin = wordpressExport([{ id: 1, title: 'Piernas más ligeras', content: 'Camine.' }]).replace(
      'UTF-8',
      'ISO-8859-1',
    )
    expect(readWordPressExport(Buffer.from(latin, 'latin1')).posts[0]?.title).toBe('Piernas más ligeras')
    const utf16 = wordpressExport([{ id: 1, title: 'Más', content: 'Camine.' }]).replace('UTF-8', 'UTF-16')
    expect(readWordPressExport(Buffer.from(`\uFEFF${utf16}`, 'utf16le')).posts[0]?.title).toBe('Más')
  })

  describe('is refused, in a line, where', () => {
    const sample = wordpressExport([{ id: 1, title: 'Más', content: 'Words.' }])
    const laughs = `<!DOCTYPE rss [<!ENTITY a "ha">${Array.from({ length: 9 }, (_, at) => `<!ENTITY ${'bcdefghij'[at]} "${`&${'abcdefghi'[at]};`.repeat(10)}">`).join('')}]>\n`
    it.each<[string, () => Uint8Array, RegExp]>([
      [
        'it defines entities that multiply',
        () => bytesOf(sample.replace('<rss', `${laughs}<rss`).replace('Words.', ']]>&j;<![CDATA[')),
        /^it has a document type/,
      ],
      [
        'it wants a file of the machine',
        () => bytesOf(sample.replace('<rss', '<!DOCTYPE rss [<!ENTITY f SYSTEM "file:///etc/passwd">]>\n<rss')),
        /^it has a document type/,
      ],
      [
        'it uses an entity that XML does not have',
        () => bytesOf(sample.replace('<title>Example', '<title>&nbsp;Example')),
        /^it is no valid XML: .*entity/,
      ],
      ['it is larger than the bound', () => new Uint8Array(MAX_EXPORT_BYTES + 1), /^it is larger than 32 MB/],
      [
        'one text in it is',
        () => bytesOf(sample.replace('Words.', 'Words. '.repeat(800_000))),
        /^its content:encoded is longer than/,
      ],
      [
        'its bytes are not in the encoding that it declares',
        () => Buffer.from(sample, 'latin1'),
        /^it says that its encoding is UTF-8, and is not/,
      ],
      [
        'its encoding is not known',
        () => bytesOf(sample.replace('UTF-8', 'EBCDIC-37')),
        /^its encoding is EBCDIC-37, which is not known/,
      ],
      ['it ends in the middle', () => bytesOf(sample.slice(0, -60)), /^it is no valid XML/],
      [
        'it nests without end',
        () => bytesOf(sample.replace('<description></description>', '<a>'.repeat(100_000))),
        /^it is nested more than/,
      ],
      [
        'it is another kind of XML',
        () => bytesOf('<?xml version="1.0"?><rss version="2.0"><channel><title>News</title></channel></rss>'),
        /^it is no WordPress export/,
      ],
      [
        'a post has no number',
        () => bytesOf(sample.replace('<wp:post_id>1<', '<wp:post_id><')),
        /^it has a post without a number/,
      ],
      [
        'it is of no site',
        () => bytesOf(sample.replaceAll('https://blog.example.org<', '<')),
        /^it does not say which site/,
      ],
      ['it is no XML', () => bytesOf('Just words.'), /^it is no valid XML/],
      ['it is empty', () => new Uint8Array(), /^it is empty/],
    ])('%s', (_, bytes, reason) => expect(reasonFor(bytes())).toMatch(reason))
  })

  it('is read in a time that grows with its size', { timeout: 60_000 }, () => {
    const many = Array.from({ length: 5_000 }, (_, id) => ({
      id: id + 1,
      title: `Post ${id}`,
      content: '[a '.repeat(20),
    }))
    expect(read(...many).posts).toHaveLength(5_000)
    for (const part of ['[a ', '[box]', '[[', '<!-- wp:x /-->', '\n\n', '[a b="'])
      expect(article({ content: `Words. ${part.repeat(50_000)}` }).title).toBe('Legs')
  })
})

describe('a post', () => {
  it('of the block editor keeps its headings, lists and words', () => {
    const content = `<!-- wp:paragraph -->
<p>Leg cramps are <strong>common</strong>.</p>
<!-- /wp:paragraph -->

<!-- wp:heading {"level":3} -->
<h3 class="wp-block-heading">What helps</h3>
<!-- /wp:heading -->

<!-- wp:list -->
<ul class="wp-block-list"><!-- wp:list-item -->
<li>Stretching</li>
<!-- /wp:list-item --></ul>
<!-- /wp:list -->

<!-- wp:latest-posts {"postsToShow":3} /-->`
    expect(htmlOf(content)).toBe(
      '<p>Leg cramps are <strong>common</strong>.</p><h3 id="what-helps">What helps</h3><ul><li>Stretching</li></ul>',
    )
    expect(article({ content }).warnings).toEqual([
      'the block “latest-posts” was left out: WordPress makes its words when it is shown',
    ])
  })

  it('of the classic editor gets the paragraphs and lines that WordPress would show', () => {
    expect(
      htmlOf(
        'One <em>line</em>.\nAnother.\n\nA new one.\n<h2>Then</h2>\n<ul>\n\t<li>Rest</li>\n\n\t<li>Walk</li>\n</ul>\nEnd.',
      ),
    ).toBe(
      '<p>One <em>line</em>.<br>Another.</p><p>A new one.</p><h2 id="then">Then</h2><ul><li>Rest</li><li>Walk</li></ul><p>End.</p>',
    )
  })

  it('loses its shortcodes, and keeps the words in them and what merely stands in brackets', () => {
    const { body, warnings } = article({
      content:
        'Before. [box type="info"]Call if it <em>hurts</em>.[/box] [contact-form-7 id="3"]\n\nAs he said [sic], see [1]. [[gallery]]\n\n[toc]',
    })
    expect(toHtml(body)).toBe(
      '<p>Before. Call if it <em>hurts</em>.</p><p>As he said [sic], see [1]. [gallery]</p><p>[toc]</p>',
    )
    expect(warnings).toEqual([
      'the shortcode [box] was left out',
      'the shortcode [contact-form-7] was left out',
      '[sic] may be a shortcode and was kept',
      '[toc] may be a shortcode and was kept',
    ])
  })

  it('names every picture that it showed', () => {
    const attachment = (id: number): SamplePost => ({
      id,
      title: 'x',
      content: '',
      type: 'attachment',
      status: 'inherit',
      attachment: `https://blog.example.org/${id}.jpg`,
    })
    const { warnings, body } = article(
      {
        content:
          '[caption id="a" width="9"]<img src="/leg.png" alt="A leg"> Our garden[/caption]\n\nWords. [gallery ids="5,6"]',
        slug: 'legs',
        meta: [['_thumbnail_id', '4']],
      },
      ...[4, 5, 6].map(attachment),
    )
    expect(toHtml(body)).toBe('<p>Our garden</p><p>Words.</p>')
    expect(warnings).toEqual([
      'a picture was left out: https://blog.example.org/leg.png',
      'a picture was left out: https://blog.example.org/4.jpg',
      'a picture was left out: https://blog.example.org/5.jpg',
      'a picture was left out: https://blog.example.org/6.jpg',
      'the shortcode [caption] was left out',
      'the shortcode [gallery] was left out',
    ])
  })

  it('brings its title, summary, address and former addresses', () => {
    expect(
      article({
        title: 'Heat &amp; cold: what&#8217;s right?',
        excerpt: '<p>When to use\nwhich.</p>',
        slug: 'calor-y-fr%c3%ado',
        meta: [
          ['_wp_old_slug', 'heat'],
          ['_wp_old_slug', 'heat-cold'],
          ['_edit_lock', '1:1'],
        ],
      }),
    ).toMatchObject({
      title: 'Heat & cold: what’s right?',
      summary: 'When to use which.',
      slug: 'calor-y-frío',
      formerSlugs: ['heat', 'heat-cold'],
      locale: 'en-US',
      url: 'https://blog.example.org/2019/05/calor-y-fr%c3%ado/',
    })
    const long = article({ excerpt: 'words '.repeat(200), meta: [['_yoast_wpseo_metadesc', 'Not needed']] })
    expect(long.summary).toMatch(/^words .*words…$/)
    expect(long.summary?.length).toBeLessThanOrEqual(500)
    expect(article({ meta: [['_yoast_wpseo_metadesc', 'For searches.']] }).summary).toBe('For searches.')
    expect(article({ meta: [['_yoast_wpseo_metadesc', '%%title%% %%sep%%']] }).summary).toBeUndefined()
  })

  it('brings nothing that runs, and nowhere that is unsafe', () => {
    const html = htmlOf(
      '<p onclick="x()">Words <a href="javascript:x()">here</a><script>x()</script><iframe src="//x"></iframe></p>',
    )
    expect(html).toBe('<p>Words here</p>')
  })

  it('without a title or words is refused', () => {
    expect(() => article({ title: ' ' })).toThrow('it has no title')
    expect(() => article({ content: '<!-- wp:latest-posts /-->' })).toThrow('there are no words in it')
  })
})
