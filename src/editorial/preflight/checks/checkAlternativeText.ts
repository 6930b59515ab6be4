import type { TextCheck } from '../checkArticle'

/** A picture needs words in the article's own language; the name of its file is none. */
export const checkAlternativeText: TextCheck = ({ pictures }) =>
  pictures
    .filter(({ alt, filename }) => !alt.trim() || isFileName(alt, filename))
    .map(({ field, filename }) => ({
      code: 'missing-alternative-text',
      field,
      about: filename,
      message: `The picture ${filename} has no alternative text in this language.`,
    }))

const isFileName = (alt: string, filename: string): boolean => {
  const plain = (name: string) =>
    name
      .trim()
      .toLowerCase()
      .replace(/\.[a-z0-9]+$/, '')
      .replace(/[^\p{L}\p{N}]+/gu, '-')
  return plain(alt) === plain(filename) && /[\d_.]/.test(alt)
}
