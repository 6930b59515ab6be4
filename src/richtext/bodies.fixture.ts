import fc from 'fast-check'

/** Bodies for tests, by hand and at random. */
export function text(words: string, format = 0) {
  return { type: 'text', version: 1, text: words, format, detail: 0, mode: 'normal', style: '' }
}

export function node(type: string, children: unknown[], extra: Record<string, unknown> = {}) {
  return { type, version: 1, children, direction: null, format: '', indent: 0, ...extra }
}

export function bodyOf(...children: unknown[]) {
  return { root: node('root', children) }
}

const words = fc.oneof(
  fc.constantFrom('leg', ' cramps ', 'ñandú', '😀', '<b>', '&amp;', '"', '\u0000', '\u202E', '\u200B', '\n', '', ' '),
  fc.string({ maxLength: 8, unit: 'binary' }),
)

const leaf = fc.oneof(
  { weight: 6, arbitrary: fc.record({ words, format: fc.nat(127) }).map((it) => text(it.words, it.format)) },
  { weight: 1, arbitrary: fc.constant({ type: 'linebreak', version: 1 }) },
  { weight: 1, arbitrary: fc.constant({ type: 'horizontalrule', version: 1 }) },
  { weight: 1, arbitrary: fc.constant({ type: 'upload', version: 3, relationTo: 'media', value: 1 }) },
  {
    weight: 1,
    arbitrary: fc.constantFrom<unknown>(null, 5, 'x', {}, { type: 'text' }, { type: 'paragraph', children: 3 }),
  },
)

const type = fc.constantFrom(
  ...'paragraph heading quote list listitem link autolink table tablerow tablecell block mark carousel script'.split(
    ' ',
  ),
)

const extra = fc.record({
  tag: fc.constantFrom('h1', 'h2', 'h3', 'h6', 'script', 7),
  listType: fc.constantFrom('bullet', 'number', 'check', 'x'),
  start: fc.constantFrom(1, 3, -1, 'x'),
  value: fc.constantFrom(1, 2, 'x', '"><b>'),
  direction: fc.constantFrom(null, 'rtl', '"><b>'),
  fields: fc.constantFrom<unknown>(
    null,
    { linkType: 'custom', url: 'https://a.example/?"><b>' },
    { linkType: 'custom', url: 'javascript:alert(1)' },
  ),
})

const { nodes } = fc.letrec<{ node: unknown; nodes: unknown[] }>((tie) => ({
  nodes: fc.array(tie('node'), { maxLength: 4 }),
  node: fc.oneof(
    { maxDepth: 6 },
    leaf,
    fc.tuple(type, tie('nodes'), extra).map(([name, children, more]) => node(name, children, more)),
  ),
}))

/** Node types in any order and nesting, sound ones and others, with hostile words and values. */
export const hostileBodies = nodes.map((children) => bodyOf(...children))
