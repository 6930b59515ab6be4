/**
 * Cuts text into words, in one pass without copies. Words are as UAX #29 has them for scripts with spaces, except that hyphens
 * separate; scripts without spaces are cut by Intl.Segmenter. Offsets are UTF-16 code units of the text as given.
 */

/** What stands between a word and the one before it. */
export const Gap = {
  space: 1,
  hyphen: 2,
  comma: 4,
  colon: 8,
  /** The end of a sentence or a semicolon. */
  stop: 16,
  line: 32,
  open: 64,
  close: 128,
  bullet: 256,
  /** Any other sign: a slash, a quotation mark. */
  other: 512,
} as const

export interface Tokens {
  count: number
  start: Int32Array
  end: Int32Array
  /** The word's number, as `numberOf` gave it. */
  word: Int32Array
  /** Bits of {@link Gap} between this word and the one before. */
  gap: Uint16Array
}

const letter = 1
const ignorable = 2
const apostrophe = 3
const surrogate = 4
const unspaced = 5
const fullStop = 6
/** Classes from here on are gaps: 16 plus the number of the bit. */
const gapBase = 16

/** Longer runs of letters are no words that a vocabulary holds. */
const longestWord = 64
const unspacedScript =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u

const classes = classify()

function classify(): Uint8Array {
  const table = new Uint8Array(0x10000).fill(gapBase + 9)
  const isWord = /[\p{L}\p{N}\p{M}]/u
  for (let code = 0; code < 0x10000; code++) {
    const char = String.fromCharCode(code)
    if (code >= 0xd800 && code < 0xe000) table[code] = surrogate
    else if (code > 0x7f && unspacedScript.test(char)) table[code] = unspaced
    else if (isWord.test(char)) table[code] = letter
  }
  const set = (chars: string, kind: number) => {
    for (const char of chars) table[char.charCodeAt(0)] = kind
  }
  set(' \t\u00a0\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u3000', gapBase)
  set('-\u2010\u2011', gapBase + 1)
  set(',\u3001', gapBase + 2)
  set(':', gapBase + 3)
  set('!?;\u2026\u3002', gapBase + 4)
  set('\n\r\u2028\u2029\v\f', gapBase + 5)
  set('([{\u00bf\u00a1', gapBase + 6)
  set(')]}', gapBase + 7)
  set('\u2022*\u25cf\u25aa\u2013\u2014', gapBase + 8)
  set('\u00ad\u200b\u200c\u200d\u2060\ufeff', ignorable)
  set("'\u2019", apostrophe)
  set('.', fullStop)
  return table
}

let kept: Tokens = allocate(1 << 12)

function allocate(size: number): Tokens {
  return {
    count: 0,
    start: new Int32Array(size),
    end: new Int32Array(size),
    word: new Int32Array(size),
    gap: new Uint16Array(size),
  }
}

function grow(tokens: Tokens): Tokens {
  const larger = allocate(tokens.start.length * 2)
  larger.count = tokens.count
  for (const name of ['start', 'end', 'word', 'gap'] as const) larger[name].set(tokens[name])
  return larger
}

/** The room for tokens that is kept between calls. */
const keptSize = 1 << 18

/**
 * The words of a text. What is returned is used again by the next call.
 *
 * @param numberOf the number of a word, by its letters as they stand in the text
 */
export function tokenize(text: string, numberOf: (surface: string) => number): Tokens {
  let tokens = kept
  tokens.count = 0
  const { length } = text
  let gap: number = Gap.line
  let at = 0
  /** A full stop that ends a sentence only if what follows looks like another. */
  let mayStop = false

  const add = (start: number, end: number, word: number) => {
    if (tokens.count === tokens.start.length) {
      tokens = grow(tokens)
      if (tokens.start.length <= keptSize) kept = tokens
    }
    const { count } = tokens
    if (mayStop) gap |= gap & Gap.line || !isLower(text.charCodeAt(start)) ? Gap.stop : Gap.other
    tokens.start[count] = start
    tokens.end[count] = end
    tokens.word[count] = word
    tokens.gap[count] = gap
    tokens.count = count + 1
    gap = 0
    mayStop = false
  }

  while (at < length) {
    const kind = classes[text.charCodeAt(at)] as number
    if (kind >= gapBase) {
      // A dash with a space after it at the start of a line is a bullet.
      gap |=
        kind === gapBase + 1 && gap & Gap.line && text.charCodeAt(at + 1) === 32 ? Gap.bullet : 1 << (kind - gapBase)
      at++
    } else if (kind === letter || (kind === surrogate && isWordPair(text, at))) {
      const end = endOfWord(text, at)
      add(at, end, numberOf(end - at > longestWord ? '' : text.slice(at, end)))
      at = end
    } else if (kind === unspaced) {
      let end = at + 1
      while (end < length && end - at < 500 && classes[text.charCodeAt(end)] === unspaced) end++
      for (const { segment, index } of segmenter.segment(text.slice(at, end)))
        add(at + index, at + index + segment.length, numberOf(segment))
      at = end
    } else {
      if (kind === fullStop) {
        const next = at + 1 < length ? (classes[text.charCodeAt(at + 1)] as number) : gapBase + 5
        if (next >= gapBase) mayStop = true
        else gap |= Gap.other
      } else if (kind === apostrophe) gap |= Gap.other
      at++
    }
  }
  return tokens
}

const segmenter = new Intl.Segmenter(undefined, { granularity: 'word' })

function endOfWord(text: string, from: number): number {
  const { length } = text
  let at = from + 1
  if (classes[text.charCodeAt(from)] === surrogate) at++
  while (at < length) {
    const kind = classes[text.charCodeAt(at)] as number
    if (kind === letter) at++
    else if (kind === surrogate && isWordPair(text, at)) at += 2
    else if (kind === ignorable || kind === apostrophe) {
      // They join only what stands on both sides.
      let next = at + 1
      while (next < length && next - at < longestWord && classes[text.charCodeAt(next)] === ignorable) next++
      if (next >= length || classes[text.charCodeAt(next)] !== letter) break
      at = next
    } else break
  }
  return at
}

function isWordPair(text: string, at: number): boolean {
  const code = text.codePointAt(at) as number
  return code > 0xffff && /[\p{L}\p{N}\p{M}]/u.test(String.fromCodePoint(code))
}

function isLower(code: number): boolean {
  if (code < 0x80) return code >= 97 && code <= 122
  const char = String.fromCharCode(code)
  return char !== char.toUpperCase()
}

/** A word in lower case, in one Unicode form, without characters that show nothing. */
export function fold(surface: string): string {
  let plain = true
  for (let index = 0; index < surface.length; index++) if (surface.charCodeAt(index) > 0x7f) plain = false
  if (plain) return surface.toLowerCase()
  return surface
    .replace(/[\u00ad\u200b-\u200d\u2060\ufeff]/g, '')
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll('\u2019', "'")
    .normalize('NFC')
}
