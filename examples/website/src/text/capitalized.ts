/** With a capital letter, as headings begin: the names of symptoms and remedies are written as they stand in a sentence. */
export const capitalized = (text: string | null | undefined): string =>
  (text ?? '').replace(/^\p{Ll}/u, (letter) => letter.toUpperCase())
