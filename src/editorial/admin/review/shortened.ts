/** Words to name a passage or a comment by. */
export const shortened = (words: string): string => (words.length > 120 ? `${words.slice(0, 119)}…` : words)
