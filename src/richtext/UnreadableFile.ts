/** A file or a line that no article can be made of. The reason is one line for the editor who sent it. */
export class UnreadableFile extends Error {
  override readonly name = 'UnreadableFile'

  constructor(readonly reason: string) {
    super(reason)
  }
}
