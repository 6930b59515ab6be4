import { existsSync, readFileSync } from 'node:fs'
import { strToU8, zipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { readArticleFile, readArticleLine } from './readArticleFile'
import { toHtml } from './toHtml'
import { toText } from './toText'
import { UnreadableFile } from './UnreadableFile'

const fixture = new URL('../../../shared/fixtures/leg-cramps-and-vein-health.txt', import.meta.url)

const read = (name: string, content: string | Uint8Array) =>
  readArticleFile({ name, bytes: typeof content === 'string' ? strToU8(content) : content })

const reasonFor = async (name: string, content: string | Uint8Array) => {
  const error = await read(name, content).catch((thrown: unknown) => thrown)
  expect(error).toBeInstanceOf(UnreadableFile)
  return error instanceof UnreadableFile ? error.reason : ''
}

describe('readArticleFile', () => {
  it.skipIf(!existsSync(fixture))('reads a text as an editor sent it', async () => {
    const { title, body, warnings } = await read('leg-cramps-and-vein-health.txt', readFileSync(fixture))
    expect(title).toBe('Leg cramps and vein health')
    expect(warnings).toEqual([])
    const { text, sections } = toText(body)
    expect(sections.map(({ level }) => level)).toEqual([0, 2, 2, 2, 2, 2])
    expect(sections.map(({ anchor }) => anchor)).toContain('conclusion')
    expect(text.split('\n')).toHaveLength(28)
  })

  it('names an article for its file where nothing else does', async () => {
    expect((await read('folder/restless_legs--at-night.es.txt', 'Some words here.')).title).toBe(
      'Restless legs at night',
    )
    expect((await read('a.md', 'Some words here.')).title).toBe('A')
  })

  it('takes the title of Markdown from its first heading, once', async () => {
    const { title, body } = await read('x.md', '# Tired *legs*\n\nWords.\n\n# More\n\nWords.')
    expect(title).toBe('Tired legs')
    expect(toText(body).text).toBe('Words.\nMore\nWords.')
    expect((await read('x.md', '## Section\n\n# Late\n\nWords')).title).toBe('X')
  })

  it('understands front matter', async () => {
    const article = await read(
      'x.md',
      '---\r\ntitle: Tired legs\r\ndescription: What helps\r\nslug: tired\r\nlang: es\r\nurl: https://a.example/b\r\n---\r\n# Tired Legs\r\n[x](c)',
    )
    expect(article).toMatchObject({
      title: 'Tired legs',
      summary: 'What helps',
      slug: 'tired',
      locale: 'es',
      url: 'https://a.example/b',
    })
    expect(toHtml(article.body)).toBe('<p><a href="https://a.example/c" rel="noopener noreferrer">x</a></p>')
    const broken = await read('x.md', '---\ntitle: [\n---\nWords')
    expect(broken.warnings).toEqual(['the front matter is no valid YAML and was left out'])
    expect(toText(broken.body).text).toBe('Words')
    expect(toText((await read('x.md', '---\n\nWords\n\n---\n\nmore')).body).text).toBe('Words\nmore')
  })

  it('reads a page without what stands around the article', async () => {
    const page = `<!doctype html><html><head><title>Legs | Clinic</title><meta name="description" content="About legs">
      <link rel="canonical" href="https://a.example/legs/"><style>p{}</style></head><body><header>Logo</header><nav>Menu</nav>
      <main><aside>Advert</aside><article><header><h1>Tired legs</h1></header><p>Words <a href="../walk">walk</a>.</p><h2>Causes</h2>
      <ul><li>one</li></ul><script>alert(1)</script><form><input><p>Sign up</p></form></article></main><footer>Imprint</footer></body></html>`
    const article = await read('legs.html', page)
    expect(article).toMatchObject({ title: 'Tired legs', summary: 'About legs', url: 'https://a.example/legs/' })
    expect(toText(article.body).text).toBe('Words walk.\nCauses\n- one')
    expect(toHtml(article.body)).toContain('href="https://a.example/walk"')
    expect((await read('legs.htm', '<title>Legs | Clinic</title><p>Words')).title).toBe('Legs')
    expect((await read('page.txt', '<!DOCTYPE html><h1>Legs</h1><p>Words')).title).toBe('Legs')
  })

  it('reads headings, lists, links and emphasis from Word', async () => {
    const { title, body } = await read('x.docx', docx(wordDocument))
    expect(title).toBe('Tired legs')
    expect(toHtml(body)).toBe('<p>Words <strong>bold</strong></p><h2 id="causes">Causes</h2><p>More<br>lines</p>')
  })

  it.each([
    ['UTF-8 with a byte order mark', [0xef, 0xbb, 0xbf, ...strToU8('Qué é')]],
    ['UTF-16, little end first', [0xff, 0xfe, ...Buffer.from('Qué é', 'utf16le')]],
    ['UTF-16, big end first', [0xfe, 0xff, ...Buffer.from('Qué é', 'utf16le').swap16()]],
    ['windows-1252', [...Buffer.from('Qué é', 'latin1')]],
  ])('reads %s', async (_, bytes) => {
    expect(toText((await read('x.txt', new Uint8Array(bytes))).body).text).toBe('Qué é')
  })

  it('reads a page in the encoding that it declares', async () => {
    const page = Buffer.from('<meta charset="iso-8859-2"><p>\xb1', 'latin1')
    expect(toText((await read('x.html', page)).body).text).toBe('ą')
  })

  it('says in one line why a file cannot be read', async () => {
    const zip = zipSync({ 'a.txt': strToU8('x') })
    const reasons = [
      await reasonFor('a.txt', ''),
      await reasonFor('a.txt', ' \n\u200B\n'),
      await reasonFor('a.md', ' \n\u200B\n'),
      await reasonFor('a.md', '---\ntitle: x\n---\n'),
      await reasonFor('a.html', '<script>1</script>'),
      await reasonFor('a.pdf', '%PDF-1.7'),
      await reasonFor('a.txt', '%PDF-1.7'),
      await reasonFor('a.docx', '{\\rtf1 x}'),
      await reasonFor('a.docx', 'words'),
      await reasonFor('a.docx', zip),
      await reasonFor('a.docx', zip.slice(0, 20)),
      await reasonFor('a.docx', docx(wordDocument).slice(0, 400)),
      await reasonFor('a.docx', docx('<w:document')),
      await reasonFor('a.txt', docx(wordDocument)),
      await reasonFor(
        'a.md',
        new Uint8Array(1000).map((_, index) => index % 7),
      ),
    ]
    for (const reason of reasons) expect(reason).toMatch(/^[^\n]{5,100}$/)
    expect(reasons).toMatchInlineSnapshot(`
      [
        "it is empty",
        "there are no words in it",
        "there are no words in it",
        "there are no words in it",
        "there are no words in it",
        "only .txt, .md, .html and .docx files can be read",
        "it is a PDF: save it as .docx, .html or .txt",
        "it is in Rich Text Format: save it as .docx",
        "it is named .docx but is plain text",
        "it is a zip archive but no Word document",
        "it is no Word document (.docx)",
        "its zip archive is damaged",
        "its Word document is damaged",
        "it is a zip archive",
        "it is binary, not text",
      ]
    `)
  })

  it('refuses a zip bomb before it fills the memory', async () => {
    const bomb = docx(new Uint8Array(200 * 1024 * 1024))
    expect(bomb.length).toBeLessThan(1024 * 1024)
    expect(await reasonFor('a.docx', bomb)).toBe('it unpacks to more than 64 MB')
  })
})

describe('readArticleLine', () => {
  const line = (fields: object) => JSON.stringify({ id: 'a', title: 'Legs', body: '# Legs\n\nWords', ...fields })

  it('reads an article', () => {
    const article = readArticleLine(line({ source: 'Us', url: 'https://a.example' }))
    expect(article).toMatchObject({ id: 'a', title: 'Legs', source: 'Us', url: 'https://a.example/', warnings: [] })
    expect(toText(article.body).text).toBe('Words')
    expect(readArticleLine(line({ url: 'javascript:1', source: null }))).not.toHaveProperty('url')
  })

  it.each([
    ['{"id": "a"', 'it is no valid JSON'],
    ['[]', 'it is no JSON object'],
    [line({ id: undefined }), 'its "id" is missing'],
    [line({ title: ' ' }), 'its "title" is missing'],
    [line({ body: undefined }), 'its "body" is missing'],
    [line({ body: 7 }), 'its "body" is no text'],
    [line({ body: '***' }), 'there are no words in its "body"'],
  ])('says what is wrong with %s', (source, reason) => {
    expect(() => readArticleLine(source)).toThrow(new UnreadableFile(reason))
  })
})

const wordDocument = `<?xml version="1.0" encoding="UTF-8"?><w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>
<w:p><w:pPr><w:pStyle w:val="Heading1"/></w:pPr><w:r><w:t>Tired legs</w:t></w:r></w:p>
<w:p><w:r><w:t xml:space="preserve">Words </w:t></w:r><w:r><w:rPr><w:b/></w:rPr><w:t>bold</w:t></w:r></w:p>
<w:p><w:pPr><w:pStyle w:val="Heading2"/></w:pPr><w:r><w:t>Causes</w:t></w:r></w:p>
<w:p><w:r><w:t>More</w:t><w:br/><w:t>lines</w:t></w:r></w:p>
</w:body></w:document>`

function docx(document: string | Uint8Array): Uint8Array {
  const style = (id: string, name: string) =>
    `<w:style w:type="paragraph" w:styleId="${id}"><w:name w:val="${name}"/></w:style>`
  return zipSync({
    '[Content_Types].xml': strToU8(
      '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>',
    ),
    '_rels/.rels': strToU8(
      '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>',
    ),
    'word/styles.xml': strToU8(
      `<w:styles xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">${style('Heading1', 'heading 1')}${style('Heading2', 'heading 2')}</w:styles>`,
    ),
    'word/media/picture.png': new Uint8Array(100),
    'word/document.xml': typeof document === 'string' ? strToU8(document) : document,
  })
}
