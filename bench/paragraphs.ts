const block = { format: '' as const, indent: 0, version: 1, direction: null }

/** A body of plain paragraphs, as the editor writes it. */
export const paragraphs = (...texts: string[]) => ({
  root: {
    type: 'root',
    ...block,
    children: texts.map((text) => ({
      type: 'paragraph',
      ...block,
      textFormat: 0,
      children: [{ type: 'text', text, format: 0, detail: 0, mode: 'normal', style: '', version: 1 }],
    })),
  },
})
