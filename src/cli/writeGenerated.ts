import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { dirname, join, relative } from 'node:path'
import { generateImportMap, type SanitizedConfig } from 'payload'
import { generateTypes } from 'payload/node'
import { printedSchema } from '../graphql/printedSchema'
import { apiDescription, clientTypes } from './describeApi'
import { envExample } from './envExample'
import { withFigures } from './reference/figures'
import { referencePages } from './reference/referencePages'

/**
 * Writes what is derived from the collections and the settings, and committed: types, GraphQL schema, the admin's import map,
 * `.env.example`, the API's description, the client's types, the reference in `docs/reference`, and the figures in
 * the README.
 *
 * @param root the project's folder, or an empty one to compare with it
 * @returns the paths below `root`
 */
export async function writeGenerated(config: SanitizedConfig, root: string): Promise<string[]> {
  const inRoot = (path: string | undefined) => join(root, relative(process.cwd(), path ?? process.cwd()))
  const { importMap } = config.admin
  const moved = {
    ...config,
    typescript: { ...config.typescript, outputFile: inRoot(config.typescript.outputFile) },
    admin: {
      ...config.admin,
      importMap: {
        ...importMap,
        baseDir: inRoot(importMap.baseDir),
        importMapFile: inRoot(importMap.importMapFile),
      },
    },
  }
  const files = {
    schema: join(root, 'schema.graphql'),
    settings: join(root, '.env.example'),
    description: join(root, 'packages/client/openapi.json'),
    clientTypes: join(root, 'packages/client/src/schema.ts'),
    readme: join(root, 'README.md'),
    types: moved.typescript.outputFile,
    importMap: moved.admin.importMap.importMapFile,
  }
  for (const file of Object.values(files)) await mkdir(dirname(file), { recursive: true })
  await writeFile(files.schema, printedSchema(config))
  await writeFile(files.settings, envExample())
  const description = apiDescription()
  await writeFile(files.description, `${JSON.stringify(description, null, 2)}\n`)
  await writeFile(files.clientTypes, await clientTypes(description))
  await writeFile(files.readme, withFigures(await readFile('README.md', 'utf8')))
  const reference = Object.entries(referencePages(config, description)).map(
    ([name, page]) => [join(root, 'docs/reference', name), page] as const,
  )
  await mkdir(join(root, 'docs/reference'), { recursive: true })
  for (const [file, page] of reference) await writeFile(file, page)
  await generateTypes(moved, { log: false })
  await generateImportMap(moved, { force: true, log: false })
  return [...Object.values(files), ...reference.map(([file]) => file)].map((file) => relative(root, file))
}
