/** A file of an export is not what it was when it was made. */
export class DamagedExport extends Error {
  override name = 'DamagedExport'

  constructor(file: string, what: string) {
    super(`${file} ${what}`)
  }
}
