/** A Markdown table that reads well as plain text too: columns of one width, unless a cell is very long. */
export function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const cells = rows.map((row) => row.map(inCell))
  const widths = head.map((title, column) =>
    Math.max(title.length, ...cells.map((row) => Math.min(row[column]?.length ?? 0, widest))),
  )
  const line = (row: readonly string[]) =>
    `| ${head.map((_, column) => (row[column] ?? '').padEnd(widths[column] ?? 0)).join(' | ')} |`
  return [line(head), `| ${widths.map((width) => '-'.repeat(width)).join(' | ')} |`, ...cells.map(line)].join('\n')
}

const widest = 60

const inCell = (text: string): string => text.replace(/\s+/g, ' ').replaceAll('|', '\\|').trim()

/** Words of a description, safe in Markdown that becomes a page: what stands in angle brackets there is no element. */
export const prose = (text: string): string =>
  text
    .split(/(`[^`]*`)/)
    .map((part) => (part.startsWith('`') ? part : part.replaceAll('<', '&lt;').replaceAll('{{', '&#123;&#123;')))
    .join('')

/** The top of a page. */
export const pageHead = (title: string, words: string): string =>
  `# ${title}\n\n<!-- Written by npm run generate from the code. Change it there. -->\n\n${words}\n`
