import { writeFile } from 'node:fs/promises'
import { generateImportMap } from 'payload'
import { generateTypes } from 'payload/node'
import { printedSchema } from '../graphql/printedSchema'
import config from '../payload.config'

/** `npm run generate`: writes what is derived from the collections and committed: types, GraphQL schema, the admin's import map. */
const sanitized = await config
await generateTypes(sanitized, { log: false })
await writeFile('schema.graphql', printedSchema(sanitized))
await generateImportMap(sanitized, { force: true, log: false })
process.exit(0)
