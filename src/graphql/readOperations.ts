import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type GraphQLSchema, Kind, parse, print, validate } from 'graphql'
import { sha256 } from './persistedQueries'

/** The operations of a folder. */
export interface StoredOperations {
  /** By SHA-256 of the file's text: as it is, without white space around it, and as `graphql` prints it. */
  byHash: ReadonlyMap<string, string>
  byName: ReadonlyMap<string, string>
}

/**
 * Reads every `*.graphql` of a folder and those below it. A file is one text: its operations with the fragments that they use.
 *
 * @throws where one cannot be read, has a fault, or has a name that another one has: better at the start than for readers.
 */
export function readOperations(folder: string, schema: GraphQLSchema): StoredOperations {
  const byHash = new Map<string, string>()
  const byName = new Map<string, string>()
  for (const file of filesIn(folder)) {
    const text = readFileSync(join(folder, file), 'utf8')
    const complain = (what: string) => new Error(`GRAPHQL_OPERATIONS: ${file}: ${what}`)
    try {
      const document = parse(text)
      const [fault] = validate(schema, document)
      if (fault) throw fault
      const operations = document.definitions.filter((each) => each.kind === Kind.OPERATION_DEFINITION)
      if (operations.length === 0) throw new Error('it has no operation')
      for (const { name } of operations) {
        if (!name) continue
        if (byName.has(name.value)) throw new Error(`another file has an operation named ${name.value}`)
        byName.set(name.value, text)
      }
      for (const form of [text, text.trim(), print(document)]) byHash.set(sha256(form), text)
    } catch (error) {
      throw complain((error as Error).message)
    }
  }
  if (byHash.size === 0) throw new Error(`GRAPHQL_OPERATIONS: there is no *.graphql file in ${folder}`)
  return { byHash, byName }
}

function filesIn(folder: string): string[] {
  try {
    const files = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    return files.filter((file) => file.endsWith('.graphql')).sort()
  } catch (error) {
    throw new Error(`GRAPHQL_OPERATIONS: ${(error as Error).message}`)
  }
}
