import { describe, expect, it } from 'vitest'
import { fromPlainText } from './fromPlainText'
import { toHtml } from './toHtml'
import { toText } from './toText'

const html = (...lines: string[]) => toHtml(fromPlainText(lines.join('\n')).body).replace(/ id="[^"]*"/g, '')
const headings = (source: string) => toText(fromPlainText(source).body).sections.map(({ heading }) => heading)

const long = 'Legs carry us all day, and the muscles in them tire when blood flows back too slowly through the veins.'

describe('fromPlainText', () => {
  it('finds the title, headings and paragraphs of a text with a paragraph a line', () => {
    const source = `Tired Legs After Work\n${long}\nWhat Helps in the Evening\n${long}\nWhen should you call?\n${long}\nOutlook\n${long}`
    const { title, body } = fromPlainText(source)
    expect(title).toBe('Tired Legs After Work')
    expect(toText(body).sections.map(({ heading }) => heading)).toEqual([
      '',
      'What Helps in the Evening',
      'When should you call?',
      'Outlook',
    ])
  })

  it('takes no sentence, credit, part or list item for a title', () => {
    for (const first of ['Tired legs are common.', 'By Ana Example', 'Overview', '- Tired legs', '1. Tired legs']) {
      expect(fromPlainText(`${first}\n${long}`).title).toBeUndefined()
    }
    expect(fromPlainText(`Title: Tired legs.\n\n${long}`).title).toBe('Tired legs.')
    expect(fromPlainText(`# Tired legs\n\n${long}`).title).toBe('Tired legs')
  })

  it('takes short lines with a sentence’s end, or over nothing longer, for paragraphs', () => {
    expect(headings(`${long}\nThat is rare.\n${long}\nNot so fast!\n${long}\nShort last line`)).toEqual([''])
    expect(headings(`${long}\nThat Is Rare.\u200B \n${long}`)).toEqual([''])
    expect(headings(`${long}\n\nEat:\n- greens\n- nuts\n\n${long}`)).toEqual([''])
  })

  it('knows headings by underlines, hashes, capitals and by an empty line around them', () => {
    const source = `${long}\n\nFirst one\n=========\n${long}\n\n## Second one\n${long}\nTHIRD ONE\n${long}\n\nthe end\n\n${long}`
    expect(headings(source)).toEqual(['', 'First one', 'Second one', 'THIRD ONE'])
  })

  it('reads Spanish headings', () => {
    const source = `${long}\n¿Qué puede hacer en casa?\n${long}\nCuándo consultar al médico\n${long}`
    expect(headings(source)).toEqual(['', '¿Qué puede hacer en casa?', 'Cuándo consultar al médico'])
  })

  it('unwraps hard-wrapped paragraphs, and keeps headings and list items apart', () => {
    const source = `Veins at Work

The heart pumps blood down into the legs with force, and the veins have to
bring it back up without any pump of their own. Valves in them hold what was
gained, and the calf muscle does the pushing with each step that we take.

Good habits
Walking is the simplest of them, and even a short round in the office makes
a difference when it is repeated often.

- take the stairs whenever you can, and go on foot for short ways, as long
  as it does not hurt
- drink enough
`
    const { title, body } = fromPlainText(source)
    expect(title).toBe('Veins at Work')
    expect(toHtml(body).replace(/ id="[^"]*"/g, '')).toBe(
      '<p>The heart pumps blood down into the legs with force, and the veins have to bring it back up without any pump of ' +
        'their own. Valves in them hold what was gained, and the calf muscle does the pushing with each step that we take.</p>' +
        '<h2>Good habits</h2>' +
        '<p>Walking is the simplest of them, and even a short round in the office makes a difference when it is repeated often.</p>' +
        '<ul><li>take the stairs whenever you can, and go on foot for short ways, as long as it does not hurt</li><li>drink enough</li></ul>',
    )
  })

  it('leaves lines alone that are short because they are meant so', () => {
    // With a period: without one the first line would be the title.
    const first = 'Legs carry us all day, and the muscles in them tire by evening.'
    expect(html(first, 'A second line here.', 'And a third one, a little longer.')).toBe(
      `<p>${first}</p><p>A second line here.</p><p>And a third one, a little longer.</p>`,
    )
  })

  it('reads lists of every mark, numbered and nested ones', () => {
    expect(html('Take these along to the visit today:', '• one', '* two', '  - two a', '  - two b', '– three')).toBe(
      '<p>Take these along to the visit today:</p><ul><li>one</li><li>two<ul><li>two a</li><li>two b</li></ul></li><li>three</li></ul>',
    )
    expect(html(long, '3) three', '', '4) four', '- other')).toBe(
      `<p>${long}</p><ol start="3"><li>three</li><li>four</li></ol><ul><li>other</li></ul>`,
    )
  })

  it('takes numbered lines over paragraphs for headings', () => {
    expect(headings(`${long}\n1. Walk more\n${long}\n2. Stretch\n${long}`)).toEqual(['', '1. Walk more', '2. Stretch'])
  })

  it('makes a rule of a line of stars', () => {
    expect(html(long, '', '* * *', '', long)).toBe(`<p>${long}</p><hr><p>${long}</p>`)
  })

  it('takes nothing for markup', () => {
    expect(html(`${long} <script>alert(1)</script> **x**`)).toContain('&lt;script&gt;alert(1)&lt;/script&gt; **x**')
  })
})
