import { InvalidSettings, readSettings } from './env/readSettings'

/** The settings of this process, read once. Invalid ones stop it with one line that names them. */
export const settings = settingsOrExit()

function settingsOrExit() {
  try {
    return readSettings()
  } catch (error) {
    if (!(error instanceof InvalidSettings)) throw error
    process.stderr.write(`${error.message}\n`)
    process.exit(1)
  }
}
