/** The file as a whole cannot be read; the message is for whoever sent it. */
export class UnreadableVocabulary extends Error {
  override name = 'UnreadableVocabulary'
}
