/** A paragraph, heading or list item of a plain text, on one line whatever its wrapping was. */
export interface Line {
  text: string
  /** The list mark that stood before it. */
  mark?: 'bullet' | 'number'
  /** The number in its list mark. */
  value?: number
  indent: number
  /** An empty line, the text's start or its end stands before, after. */
  blankBefore: boolean
  blankAfter: boolean
  /** It was underlined, or began with `#`: it can only be a heading. */
  marked?: boolean
  /** Three or more dashes or stars alone. */
  rule?: boolean
}

const LIST_MARK = /^(?:([-*•‣◦▪●·–])|(\d{1,3})[.)])\s+(?=\S)/
const UNDERLINE = /^(?:={3,}|-{3,}|~{3,})$/
/** With the zero-width spaces that web pages leave behind; the lookbehind has each run of spaces tried once only. */
const TRAILING_SPACE = /(?<![\s\u200B])[\s\u200B]+$/
const RULE = /^(?:[-*_=~]\s?){3,}$/

/** The lines that a text has once hard-wrapped paragraphs are joined. */
export function plainLines(text: string): Line[] {
  const raw = text.split('\n').map((line) => line.replace(TRAILING_SPACE, ''))
  const wrapped = wrapWidth(raw)
  const lines: Line[] = []
  let blank = true
  for (const [index, original] of raw.entries()) {
    const trimmed = original.trim()
    const last = lines.at(-1)
    if (trimmed === '') {
      if (last) last.blankAfter = true
      blank = true
      continue
    }
    if (UNDERLINE.test(trimmed) && last && !blank && !last.mark && !last.rule && last.text.length <= 120) {
      last.marked = true
      last.blankAfter = true
      blank = true
      continue
    }
    const line = readLine(original, blank)
    if (last && !blank && joins(last, line, raw[index - 1] ?? '', wrapped)) {
      const hyphenated = /\p{L}-$/u.test(last.text) && /^\p{Ll}/u.test(line.text)
      last.text += hyphenated ? line.text : ` ${line.text}`
    } else lines.push(line)
    blank = false
  }
  const last = lines.at(-1)
  if (last) last.blankAfter = true
  return lines
}

function readLine(original: string, blankBefore: boolean): Line {
  const trimmed = original.trim()
  const indent = original.replace(/\t/g, '    ').search(/\S/)
  if (RULE.test(trimmed)) return { text: '', rule: true, indent, blankBefore, blankAfter: false }
  const mark = LIST_MARK.exec(trimmed)
  if (!mark) {
    const marked = trimmed.length <= 200 && /^#{1,6}\s+\S/.test(trimmed)
    return { text: trimmed, indent, blankBefore, blankAfter: false, ...(marked ? { marked } : {}) }
  }
  const text = trimmed.slice(mark[0].length)
  if (mark[2]) return { text, mark: 'number', value: Number(mark[2]), indent, blankBefore, blankAfter: false }
  return { text, mark: 'bullet', indent, blankBefore, blankAfter: false }
}

/** Whether a line goes on what the line before began. */
function joins(last: Line, line: Line, before: string, wrapped: number | undefined): boolean {
  if (line.mark || line.rule || line.marked || last.rule || last.marked) return false
  if (last.mark && line.indent > last.indent) return true
  return wrapped !== undefined && wouldNotFit(before, line.text, wrapped)
}

/**
 * The column at which a text was wrapped, or undefined where each line is a paragraph. In wrapped text nearly every
 * line that another follows is full: the next line's first word would not have fitted.
 */
function wrapWidth(raw: string[]): number | undefined {
  const lengths = raw.map((line) => line.length).filter((length) => length > 0)
  const width = lengths.reduce((most, length) => Math.max(most, length), 0)
  if (width > 110 || width < 40) return undefined
  let pairs = 0
  let full = 0
  for (let index = 1; index < raw.length; index++) {
    const line = raw[index - 1] ?? ''
    const next = (raw[index] ?? '').trim()
    if (line === '' || next === '' || LIST_MARK.test(next) || UNDERLINE.test(next)) continue
    pairs++
    if (wouldNotFit(line, next, width)) full++
  }
  return pairs > 0 && full / pairs >= 0.65 ? width : undefined
}

/** Some slack: editors wrap by eye, and a long line may have been changed later. */
const SLACK = 8

function wouldNotFit(line: string, next: string, width: number): boolean {
  const word = /^\S*/.exec(next)?.[0].length ?? 0
  return line.length + 1 + word > width - SLACK
}
