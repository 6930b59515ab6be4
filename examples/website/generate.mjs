import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { codegen } from '@graphql-codegen/core'
import * as typescript from '@graphql-codegen/typescript'
import * as operations from '@graphql-codegen/typescript-operations'
import { parse } from 'graphql'

/** Writes the types of every operation in `src/operations` from Saphena's schema. */
const schemaFile = new URL(process.argv[2] ?? '../../schema.graphql', import.meta.url)
const folder = new URL('src/operations/', import.meta.url)
const filename = new URL('types.generated.ts', folder)

const documents = readdirSync(folder)
  .filter((name) => name.endsWith('.graphql'))
  .sort()
  .map((location) => ({ location, document: parse(readFileSync(new URL(location, folder), 'utf8')) }))
const config = { onlyOperationTypes: true, enumsAsTypes: true, useTypeImports: true, skipTypename: true }
const types = await codegen({
  filename: filename.pathname,
  schema: parse(readFileSync(schemaFile, 'utf8')),
  documents,
  config: { ...config, scalars: { JSON: 'unknown', DateTime: 'string' } },
  plugins: [{ typescript: {} }, { operations: {} }],
  pluginMap: { typescript, operations },
})
writeFileSync(filename, `// Written by npm run generate.\n${used(types).join('')}`)

/** The schema names thousands of inputs: what no operation mentions is left out. */
function used(text) {
  const parts = text.split(/^(?=export type )/m).filter((part) => part.startsWith('export type '))
  const named = new Map(
    parts.map((part) => [/^export type (\w+)/.exec(part)?.[1], part.replace(/\n\/\*\*[\s\S]*$/, '\n')]),
  )
  const kept = new Set([...named.keys()].filter((name) => /(?:Query|QueryVariables)$/.test(name)))
  for (const name of kept) for (const word of named.get(name).match(/\w+/g)) if (named.has(word)) kept.add(word)
  return parts.flatMap((part) => {
    const name = /^export type (\w+)/.exec(part)?.[1]
    return kept.has(name) ? [named.get(name)] : []
  })
}
