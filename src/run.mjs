/**
 * `node --conditions=production src/run.mjs ENTRY.ts [arguments]`: runs a TypeScript entry. It is bundled first, our own files only, where one of
 * them was touched since the last time; packages are loaded from node_modules as always.
 *
 * The condition picks lexical's plain builds. Its builds for Node await an import at their top level, in modules that import
 * one another in a circle, and Node 20 often ends with status 13 while it waits for them.
 */
import './keepTick.mjs'
import './ownStacks.mjs'
import { existsSync } from 'node:fs'
import { pathToFileURL } from 'node:url'
import { bundle } from './bundle.mjs'

// The settings that an operator keeps in a file; what the environment already holds wins.
if (existsSync('.env')) process.loadEnvFile()

const [entry, ...rest] = process.argv.slice(2)
if (!entry) throw new Error('Which entry?')
const file = await bundle(entry)
process.argv = [process.argv[0], file, ...rest]
await import(pathToFileURL(file).href)
