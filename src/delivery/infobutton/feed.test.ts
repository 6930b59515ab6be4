import { expect, it } from 'vitest'
import { escapeXml, type Feed, toAtomJson, toXml } from './feed'

const feed: Feed = {
  base: 'https://cms.example.org/',
  lang: 'es',
  id: 'https://cms.example.org/v1/infobutton',
  title: 'Saphena',
  subtitle: 'For "R25.2"',
  author: { name: 'Saphena', uri: 'https://cms.example.org' },
  updated: '2027-01-01T00:00:00.000Z',
  categories: [{ scheme: 'mainSearchCriteria.v.dn', term: '"><script>\u0000\n&amp;' }],
  entries: [
    {
      id: 'urn:x',
      lang: 'en',
      title: '<Cramps> & "more"',
      href: 'https://cms.example.org/v1/articles/cramps?a=1&b=2',
      summary: 'Less than 5 < 6 & more.',
      updated: '2027-01-01T00:00:00.000Z',
    },
  ],
}

it('escapes what stands in XML, attributes as well', () => {
  const xml = toXml(feed)
  expect(xml).toContain('term="&quot;&gt;&lt;script&gt;&#10;&amp;amp;"')
  expect(xml).toContain('<title type="text">&lt;Cramps&gt; &amp; &quot;more&quot;</title>')
  expect(xml).toContain('href="https://cms.example.org/v1/articles/cramps?a=1&amp;b=2"')
  // HTML within XML: escaped twice.
  expect(xml).toContain('<summary type="html">Less than 5 &amp;lt; 6 &amp;amp; more.</summary>')
  expect(xml).toContain('<entry xml:lang="en">')
  expect(escapeXml('a\u0008\uFFFE\uD800b')).toBe('ab')
})

it('has the shape of MedlinePlus Connect in JSON', () => {
  expect(toAtomJson(feed)).toMatchObject({
    feed: {
      lang: 'es',
      title: { type: 'text', _value: 'Saphena' },
      subtitle: { type: 'text', _value: 'For "R25.2"' },
      author: { name: { _value: 'Saphena' }, uri: { _value: 'https://cms.example.org' } },
      category: feed.categories,
      entry: [
        {
          title: { type: 'text', _value: '<Cramps> & "more"' },
          link: [{ rel: 'alternate', href: 'https://cms.example.org/v1/articles/cramps?a=1&b=2' }],
          summary: { type: 'html', _value: 'Less than 5 &lt; 6 &amp; more.' },
        },
      ],
    },
  })
})
