import { existsSync } from 'node:fs'

/** `npm start`: serves what `npm run build` built. Settings are in README.md. */
const entry = new URL('dist/server/entry.mjs', import.meta.url)
if (!existsSync(entry)) {
  console.error('There is no build yet: npm run build')
  process.exit(1)
}
const { start } = await import(entry)
try {
  await start(new URL('dist/client/', import.meta.url))
} catch (error) {
  console.error(`The website cannot start: ${error instanceof Error ? error.message : error}`)
  process.exit(1)
}
