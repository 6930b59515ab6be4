import { cleanText } from './cleanText'
import { type LexicalInline, type LexicalLink, lineBreak, linkNode, textNode } from './lexicalNodes'

/** A link that words stand in; the same object for all words of one link. */
export interface LinkTarget {
  url: string
  newTab: boolean
}

/** One stretch of words with one look, or a line break. */
type Run = { text: string; format: number; link: LinkTarget | undefined; verbatim: boolean } | 'break'

/** Collects the words of one block and makes its text, line break and link nodes, with white space as a browser shows it. */
export class InlineRuns {
  private runs: Run[] = []

  constructor(private readonly nextLinkId: (url: string) => string) {}

  /** @param verbatim keeps spaces and line ends as they are (`pre`) */
  add(text: string, format: number, link: LinkTarget | undefined, verbatim = false): void {
    this.runs.push({ text: cleanText(text), format, link, verbatim })
  }

  addBreak(): void {
    this.runs.push('break')
  }

  /** The nodes of what was added since the last call; empty where that was only space. */
  take(): LexicalInline[] {
    const spaced = collapse(this.runs)
    this.runs = []
    const nodes: LexicalInline[] = []
    let open: { target: LinkTarget; node: LexicalLink } | undefined
    for (const [index, run] of spaced.entries()) {
      if (run === 'break') {
        // a break between two pieces of one link belongs to it
        const next = spaced[index + 1]
        const inLink = open && next && next !== 'break' && next.link === open.target
        ;(inLink && open ? open.node.children : nodes).push(lineBreak())
        if (!inLink) open = undefined
        continue
      }
      if (!run.link) {
        open = undefined
        appendText(nodes, run.text, run.format)
        continue
      }
      if (open?.target !== run.link) {
        open = { target: run.link, node: linkNode(run.link.url, run.link.newTab, this.nextLinkId(run.link.url), []) }
        nodes.push(open.node)
      }
      appendText(open.node.children, run.text, run.format)
    }
    return nodes
  }
}

function appendText(nodes: (LexicalInline | LexicalLink['children'][number])[], text: string, format: number): void {
  const last = nodes.at(-1)
  if (last?.type === 'text' && last.format === format) last.text += text
  else nodes.push(textNode(text, format))
}

/** White space becomes one space, none at the edges of the block and of its lines; breaks at the block's edges go. */
function collapse(runs: Run[]): Run[] {
  const result: Run[] = []
  let spaceBefore = true
  for (const run of runs.flatMap(splitVerbatim)) {
    if (run === 'break') {
      trimLastEnd(result)
      if (result.length > 0) result.push(run)
      spaceBefore = true
      continue
    }
    let { text } = run
    if (!run.verbatim) {
      text = text.replace(/[ \t\n]+/g, ' ')
      if (spaceBefore && text.startsWith(' ')) text = text.slice(1)
    }
    if (text === '') continue
    spaceBefore = text.endsWith(' ') && !run.verbatim
    result.push({ ...run, text })
  }
  do {
    trimLastEnd(result)
  } while (result.at(-1) === 'break' && result.pop())
  return result
}

function trimLastEnd(runs: Run[]): void {
  for (let last = runs.at(-1); last && last !== 'break'; last = runs.at(-1)) {
    last.text = last.text.replace(/ $/, '')
    if (last.text !== '') return
    runs.pop()
  }
}

function splitVerbatim(run: Run): Run[] {
  if (run === 'break' || !run.verbatim || !/[\n\t]/.test(run.text)) return [run]
  const lines = run.text.replace(/\t/g, '    ').replace(/\n$/, '').split('\n')
  return lines.flatMap((text, index): Run[] => [...(index > 0 ? (['break'] as const) : []), { ...run, text }])
}
