/** The words of a text, for lists that are long. */
export const words = (text: string): string[] => text.trim().split(/\s+/)

/** Its lines, for lists of phrases. */
export const lines = (text: string): string[] =>
  text
    .trim()
    .split('\n')
    .map((line) => line.trim())
