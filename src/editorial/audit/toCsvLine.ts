/**
 * One line of CSV (RFC 4180), with its line end. A cell that a spreadsheet would take for a formula begins with an apostrophe: a title
 * is its writer's choice, and must not run on the machine of whoever opens the file.
 */
export const toCsvLine = (cells: readonly unknown[]): string => `${cells.map(toCell).join(',')}\r\n`

function toCell(value: unknown): string {
  const text = value === undefined || value === null ? '' : String(value)
  const harmless = /^\s*[=+\-@\t\r\n|]/.test(text) ? `'${text}` : text
  return /[",\r\n]/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless
}
