import fc from 'fast-check'
import { parseFragment, serialize } from 'parse5'
import { describe, expect, it } from 'vitest'
import { bodyOf, hostileBodies, node, text } from './bodies.fixture'
import { fromMarkdown } from './fromMarkdown'
import { toHtml, toSections } from './toHtml'
import { toText } from './toText'

const html = (markdown: string) => toHtml(fromMarkdown(markdown).body)

describe('toHtml', () => {
  it('writes what the default editor knows', () => {
    expect(html('Some **bold _both_** `code`  \nnext ~~old~~')).toBe(
      '<p>Some <strong>bold </strong><strong><em>both</em></strong> <code>code</code><br>next <s>old</s></p>',
    )
    expect(html('> quoted\n\n---\n\n3. three\n4. four')).toBe(
      '<blockquote>quoted</blockquote><hr><ol start="3"><li>three</li><li>four</li></ol>',
    )
  })

  it('puts a nested list into the item that it belongs to', () => {
    expect(html('- one\n  - deep\n- two')).toBe('<ul><li>one<ul><li>deep</li></ul></li><li>two</li></ul>')
  })

  it('gives headings the anchors of their sections as ids', () => {
    expect(html('## ¿Qué es?\n\na\n\n## ¿Qué es?\n\nb')).toBe(
      '<h2 id="qué-es">¿Qué es?</h2><p>a</p><h2 id="qué-es-2">¿Qué es?</h2><p>b</p>',
    )
  })

  it('escapes text and attributes', () => {
    const body = bodyOf(node('paragraph', [text('<script>"&\'\u0000')]))
    expect(toHtml(body)).toBe('<p>&lt;script&gt;&quot;&amp;&#39;</p>')
    const link = node('link', [text('x')], { fields: { linkType: 'custom', url: 'https://a.example/?q="><b>' } })
    expect(toHtml(bodyOf(node('paragraph', [link])))).not.toMatch(/"><b>/)
  })

  it.each(['javascript:alert(1)', ' java\nscript:alert(1)', 'data:text/html,x', 'vbscript:x', 'file:///etc', '//', ''])(
    'shows the words of a link to %j without the link',
    (url) => {
      const link = node('link', [text('words')], { fields: { linkType: 'custom', url } })
      expect(toHtml(bodyOf(node('paragraph', [link])))).toBe('<p>words</p>')
    },
  )

  it('makes links absolute, and tells only other sites nothing', () => {
    const link = (url: string, newTab = false) =>
      bodyOf(node('paragraph', [node('link', [text('x')], { fields: { linkType: 'custom', url, newTab } })]))
    const baseUrl = 'https://health.example/articles/'
    expect(toHtml(link('/clinics'), { baseUrl })).toBe('<p><a href="https://health.example/clinics">x</a></p>')
    expect(toHtml(link('https://other.example', true), { baseUrl })).toBe(
      '<p><a href="https://other.example/" target="_blank" rel="noopener noreferrer">x</a></p>',
    )
    expect(toHtml(link('tel:112'))).toBe('<p><a href="tel:112">x</a></p>')
    expect(toHtml(link('/clinics'))).toBe('<p>x</p>')
  })

  it('asks where a linked document stands and what an upload shows', () => {
    const doc = { relationTo: 'symptoms', value: 's1' }
    const link = node('link', [text('cramp')], { fields: { linkType: 'internal', doc } })
    const upload = { type: 'upload', version: 3, relationTo: 'media', value: 'm1', fields: {} }
    const body = bodyOf(node('paragraph', [link]), upload)
    const options = {
      baseUrl: 'https://health.example',
      resolveLink: ({ relationTo, value }: { relationTo: string; value: unknown }) => `/${relationTo}/${value}`,
      resolveUpload: () => ({ src: '/media/leg.jpg', alt: 'A "leg"', width: 3, height: 2 }),
    }
    expect(toHtml(body, options)).toBe(
      '<p><a href="https://health.example/symptoms/s1">cramp</a></p>' +
        '<figure><img src="https://health.example/media/leg.jpg" alt="A &quot;leg&quot;" width="3" height="2"></figure>',
    )
    expect(toHtml(body)).toBe('<p>cramp</p>')
  })

  it('shows the children of an unknown node, and nothing of what is no body', () => {
    const unknown = node('carousel', [node('paragraph', [text('kept')])])
    expect(toHtml(bodyOf(unknown, node('x', [text('one')]), node('y', [text('two')])))).toBe('<p>kept</p>one\ntwo\n')
    for (const body of [null, undefined, 1, 'x', {}, { root: null }, { root: { children: [null, 3, {}] } }]) {
      expect(toHtml(body)).toBe('')
    }
  })
})

describe('toHtml with spans', () => {
  const linked = (markdown: string, words: string, extra = {}) => {
    const { body } = fromMarkdown(markdown)
    const start = toText(body).text.indexOf(words)
    return toHtml(body, { spans: [{ start, end: start + words.length, href: 'https://x.example/a', ...extra }] })
  }
  const open = '<a href="https://x.example/a" rel="noopener noreferrer">'

  it('links words within a text', () => {
    expect(linked('My leg cramps hurt', 'leg cramps')).toBe(`<p>My ${open}leg cramps</a> hurt</p>`)
  })

  it('makes one link over formatting', () => {
    expect(linked('com**press**ion helps', 'compression')).toBe(`<p>${open}com<strong>press</strong>ion</a> helps</p>`)
    expect(linked('a **wide leg b**', 'leg')).toBe(
      `<p>a <strong>wide </strong>${open}<strong>leg</strong></a><strong> b</strong></p>`,
    )
  })

  it('goes over a soft line break, and never over a block', () => {
    expect(linked('leg  \ncramps', 'leg\ncramps')).toBe(`<p>${open}leg<br>cramps</a></p>`)
    expect(linked('leg\n\ncramps', 'leg\ncramps')).toBe(`<p>${open}leg</a></p><p>${open}cramps</a></p>`)
  })

  it('leaves a link of the text alone', () => {
    const plain = '<p>see <a href="https://y.example/" rel="noopener noreferrer">leg cramps</a> now</p>'
    for (const words of ['leg', 'leg cramps', 'see leg', 'cramps now']) {
      expect(linked('see [leg cramps](https://y.example) now', words)).toBe(plain)
    }
  })

  it('takes titles and harmless attributes, refuses others', () => {
    const extra = {
      title: 'A "cramp"',
      attributes: { 'data-slug': 'leg-cramps', class: 'm', onclick: 'x', 'x y': 'z' },
    }
    expect(linked('leg', 'leg', extra)).toBe(
      '<p><a href="https://x.example/a" rel="noopener noreferrer" title="A &quot;cramp&quot;" data-slug="leg-cramps" class="m">leg</a></p>',
    )
    expect(linked('leg', 'leg', { href: 'javascript:x' })).toBe('<p>leg</p>')
  })

  it('leaves out spans that overlap, are empty or lie outside', () => {
    const { body } = fromMarkdown('one two three')
    const span = (start: number, end: number) => ({ start, end, href: '#x' })
    expect(
      toHtml(body, { spans: [span(4, 13), span(0, 7), span(9, 9), span(-1, 2), span(12, 99), span(1.5, 2)] }),
    ).toBe('<p><a href="#x">one two</a> three</p>')
  })

  it('wraps exactly the words given, whatever the body', () => {
    fc.assert(
      fc.property(
        hostileBodies,
        fc.array(fc.tuple(fc.nat(80), fc.integer({ min: 1, max: 20 })), { maxLength: 6 }),
        (body, cuts) => {
          const { text: all, pieces } = toText(body)
          const spans = cuts.map(([start, length]) => ({ start, end: start + length, href: `#s${start}` }))
          const result = toHtml(body, { spans })
          expect(stripTags(result)).toBe(stripTags(toHtml(body)))
          const kept = spans
            .toSorted((a, b) => a.start - b.start || b.end - a.end)
            .filter(({ start, end }) => end <= all.length && isWhole(all, start) && isWhole(all, end))
            .filter(({ start, end }) => !pieces.some((piece) => piece.linked && piece.start < end && start < piece.end))
          let last = 0
          for (const { start, end, href } of kept) {
            if (start < last) continue
            last = end
            const parts = [...result.matchAll(new RegExp(`<a href="${href}">(.*?)</a>`, 'gs'))].map(
              (match) => match[1] ?? '',
            )
            const words = pieces.map((piece) =>
              all.slice(Math.max(piece.start, start), Math.max(Math.min(piece.end, end), piece.start, start)),
            )
            expect(parts.map(stripTags).join('')).toBe(
              stripTags(toHtml(bodyOf(node('paragraph', [text(words.join(''))])))),
            )
          }
        },
      ),
      { numRuns: 300 },
    )
  })
})

describe('toHtml of any JSON', () => {
  const allowed = new Set(
    'p h2 h3 h4 h5 h6 ul ol li a strong em u s code sub sup blockquote br hr table tbody tr th td figure figcaption img'.split(
      ' ',
    ),
  )

  it('never writes a tag outside the list, and nests as browsers do', () => {
    fc.assert(
      fc.property(hostileBodies, (body) => {
        const result = toHtml(body, { baseUrl: 'https://a.example', resolveUpload: () => ({ src: '/x"', alt: '<b>' }) })
        const tags = [...result.matchAll(/<\/?([^\s>]*)/g)].map((match) => match[1] ?? '')
        expect(tags.filter((tag) => !allowed.has(tag))).toEqual([])
        const shape = (source: string) => source.match(/<[^>]*>/g)?.map((tag) => tag.replace(/\s.*/s, '>'))
        expect(shape(serialize(parseFragment(result)))).toEqual(shape(result))
      }),
      { numRuns: 1000 },
    )
  })

  it('takes any JSON at all', () => {
    fc.assert(fc.property(fc.jsonValue(), (value) => typeof toHtml({ root: { children: value } }) === 'string'))
  })

  it('holds against deep nesting', () => {
    let deep: unknown = text('bottom')
    for (let depth = 0; depth < 50_000; depth++) deep = node('quote', [deep])
    expect(toHtml(bodyOf(deep)).length).toBeLessThan(10_000)
  })
})

describe('toSections', () => {
  it('gives each heading what stands below it', () => {
    const { body } = fromMarkdown('Opening\n\n## Causes\n\n- one\n\n### Rare\n\n## Empty')
    expect(toSections(body)).toEqual([
      { anchor: 'intro', heading: '', level: 0, html: '<p>Opening</p>', text: 'Opening' },
      { anchor: 'causes', heading: 'Causes', level: 2, html: '<ul><li>one</li></ul>', text: '- one' },
      { anchor: 'rare', heading: 'Rare', level: 3, html: '', text: '' },
      { anchor: 'empty', heading: 'Empty', level: 2, html: '', text: '' },
    ])
  })

  it('keeps a picture before the first heading', () => {
    const upload = { type: 'upload', version: 3, relationTo: 'media', value: 1 }
    const body = bodyOf(upload, node('heading', [text('A')], { tag: 'h2' }))
    const [opening] = toSections(body, { resolveUpload: () => ({ src: 'https://a.example/i.png', alt: '' }) })
    expect(opening).toMatchObject({
      level: 0,
      text: '',
      html: '<figure><img src="https://a.example/i.png" alt=""></figure>',
    })
    expect(toSections(body)).toHaveLength(1)
  })

  it('adds up to the whole', () => {
    fc.assert(
      fc.property(hostileBodies, (body) => {
        const whole = toHtml(body)
        let at = 0
        for (const section of toSections(body)) {
          const found = whole.indexOf(section.html, at)
          expect(found).toBeGreaterThanOrEqual(at)
          at = found + section.html.length
        }
      }),
    )
  })
})

/** Whether no character is cut in two there. */
function isWhole(all: string, offset: number): boolean {
  return !/\p{Surrogate}/u.test(all.slice(0, offset))
}

function stripTags(source: string): string {
  return source.replace(/<[^>]*>|\n/g, '')
}
