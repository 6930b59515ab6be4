import { defaultEditorConfig, getEnabledNodes, sanitizeServerEditorConfig } from '@payloadcms/richtext-lexical'
import { createHeadlessEditor } from '@payloadcms/richtext-lexical/lexical/headless'
import fc from 'fast-check'
import type { SanitizedConfig } from 'payload'
import { beforeAll, describe, expect, it } from 'vitest'
import { fromHtml } from './fromHtml'
import { fromMarkdown } from './fromMarkdown'
import type { LexicalState } from './lexicalNodes'
import { toHtml } from './toHtml'
import { toText } from './toText'

let editor: ReturnType<typeof createHeadlessEditor>

beforeAll(async () => {
  const editorConfig = await sanitizeServerEditorConfig(defaultEditorConfig, {
    collections: [],
  } as unknown as SanitizedConfig)
  const onError = (error: Error) => {
    throw error
  }
  editor = createHeadlessEditor({ nodes: getEnabledNodes({ editorConfig }), onError })
})

/** What the editor keeps of a body once it was loaded and its transforms ran. */
function throughEditor(body: LexicalState): unknown {
  editor.setEditorState(editor.parseEditorState(JSON.stringify(body)))
  return JSON.parse(JSON.stringify(editor.getEditorState()))
}

/** The lines of a body, but for the spaces that only `pre` keeps. */
function linesOf(body: LexicalState): string[] {
  const lines = toText(body).text.split('\n')
  return lines.map((line) => line.replace(/ +/g, ' ').trim()).filter((line) => line !== '')
}

const everything = `# Title

Words **bold** *italic* ~~struck~~ \`code\` H<sub>2</sub>O m<sup>2</sup> <u>under</u> ***both***\\
after a break, [a **link**](https://a.example/x?y=1) and https://bare.example

## Section
### Below
#### Deeper
##### Deepest

- one
- two
  1. three
  2. four

     with a second paragraph
     - five
- six

4. seven

- [ ] open
- [x] done

> quote
>
> second
> - listed

| Drug | Dose |
| --- | --- |
| A | **1** |
| | 2 |

***

    code  block
      kept

![picture](https://a.example/i.png)
`

describe('fromHast', () => {
  it('writes what the default editor reads, and reads back the same', () => {
    const { body } = fromMarkdown(everything)
    expect(throughEditor(body)).toEqual(body)
  })

  it('does so for any HTML', () => {
    fc.assert(
      fc.property(htmlSource, (html) => {
        const { body } = fromHtml(html)
        expect(throughEditor(body)).toEqual(body)
      }),
      { numRuns: 300 },
    )
  })

  it('reads back from its own HTML what it wrote', () => {
    fc.assert(
      fc.property(htmlSource, (html) => {
        const first = toHtml(fromHtml(html).body)
        expect(linesOf(fromHtml(first).body)).toEqual(linesOf(fromHtml(html).body))
      }),
      { numRuns: 300 },
    )
  })

  it('makes three levels of headings below the title', () => {
    const { body } = fromMarkdown('# T\n\n# A\n\n## B\n\n### C\n\n#### D\n\n##### E\n\n###### F')
    expect(body.root.children.map((block) => ('tag' in block ? block.tag : ''))).toEqual([
      'h2',
      'h2',
      'h3',
      'h4',
      'h4',
      'h4',
    ])
  })

  it('names the cells of a table by their columns', () => {
    const { body, warnings } = fromMarkdown('| Drug | Dose |\n|--|--|\n| A | **1** |\n| | 2 |')
    expect(toText(body).text).toBe('- Drug: A; Dose: 1\n- Dose: 2')
    expect(warnings).toEqual(['a table was turned into a list'])
  })

  it('drops the target of an unsafe link and keeps its words', () => {
    const { body, warnings } = fromMarkdown('[one](javascript:alert%281%29) [two](/rel) [three](data:text/html,x)')
    expect(toHtml(body)).toBe('<p>one two three</p>')
    expect(warnings).toEqual(['an unsafe link was left out', 'relative links were left out'])
  })

  it('resolves relative links against the address of the document', () => {
    const { body } = fromMarkdown('[two](/rel)', { url: 'https://a.example/b/c' })
    expect(toHtml(body)).toContain('href="https://a.example/rel"')
  })

  it('gives links the same ids each time, and each its own', () => {
    const ids = () =>
      JSON.stringify(fromMarkdown('[a](https://a.example) [b](https://a.example)').body).match(/"id":"\w+"/g)
    expect(ids()).toEqual(ids())
    expect(new Set(ids()).size).toBe(2)
  })

  it('drops images, also those that hold their own bytes', () => {
    const { body, warnings } = fromMarkdown('![x](data:image/png;base64,AAAA) words')
    expect(toText(body).text).toBe('words')
    expect(warnings).toEqual(['images were left out'])
  })

  it('shows white space as a browser does', () => {
    const { body } = fromHtml('<p>  a \n b<b> c </b> d<br> e <br></p> loose <pre>x\n  y\n</pre>')
    expect(toText(body).text).toBe('a b c d\ne\nloose\nx\n  y')
  })

  it('removes control characters and keeps what scripts need', () => {
    const { body } = fromMarkdown('a\u0000b\u0007c \u202Ed\u202C e\u200Df &#0;')
    expect(toText(body).text).toBe('abc \u202Ed\u202C e\u200Df \uFFFD')
  })
})

const tag = fc.constantFrom(
  ...'p div span b i u a ul ol li blockquote h1 h3 table tr td th br hr pre dl dt dd script section article sub'.split(
    ' ',
  ),
)
const piece = fc.oneof(
  fc.constantFrom(
    'leg ',
    ' cramps',
    '\n',
    '&amp;',
    '&lt;b&gt;',
    '<input type="checkbox">',
    '<a href="https://a.example">',
    '<img src=x>',
  ),
  tag.map((name) => `<${name}>`),
  tag.map((name) => `</${name}>`),
)
const htmlSource = fc.array(piece, { maxLength: 30 }).map((pieces) => pieces.join(''))
