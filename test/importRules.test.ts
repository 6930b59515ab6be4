import { readdirSync, readFileSync } from 'node:fs'
import { isBuiltin } from 'node:module'
import { dirname, join, relative } from 'node:path'
import ts from 'typescript'
import { describe, expect, it } from 'vitest'

/** What a room may lean on: others of ours, and packages (a name, or a scope with its slash). */
interface Room {
  ours: readonly string[]
  packages: readonly string[] | 'any'
  node: boolean
}

const anything = { packages: 'any', node: true } as const
/** Plain values in, plain values out: they run in a browser too. */
const text = { ours: [], node: false } as const

/**
 * Who imports whom, tests aside. A room may always import itself; `payload-types` has types alone and is open to all but the text
 * rooms. What is not in a folder is a room of its own.
 */
const rooms: Record<string, Room> = {
  linking: { ...text, packages: ['@orama/stemmers'] },
  readability: { ...text, packages: ['syllable', 'flesch', 'flesch-kincaid', 'smog-formula', 'gunning-fog'] },
  richtext: {
    ...text,
    packages: [
      '@payloadcms/richtext-lexical',
      'fflate',
      'hast',
      'hast-util-from-parse5',
      'mammoth',
      'markdown-it',
      'parse5',
      'sax',
      'yaml',
    ],
  },
  env: { ours: [], packages: ['zod'], node: true },
  settings: { ours: ['env'], packages: [], node: false },
  keptSecret: { ours: [], packages: [], node: true },
  requestId: { ours: [], packages: [], node: true },
  logger: { ours: ['env', 'requestId'], packages: ['pino'], node: false },
  email: { ours: ['env', 'settings', 'logger'], ...anything },
  'payload-types': { ours: [], packages: [], node: false },
  access: { ours: ['env', 'settings'], packages: ['payload', 'express', 'graphql'], node: true },
  http: {
    // /readyz asks the database how it is
    ours: ['env', 'settings', 'access', 'database', 'requestId'],
    packages: ['payload', 'express', 'helmet', 'ipaddr.js', 'pino'],
    node: true,
  },
  // Requests to servers that are not ours.
  outgoing: { ours: [], packages: ['ipaddr.js'], node: true },
  database: {
    ours: ['env', 'settings'],
    packages: ['payload', '@payloadcms/', 'mongoose', 'mongodb', 'libsql', '@libsql/client'],
    node: true,
  },
  // Its rows are kept and numbered by each database in its own way.
  publishing: {
    ours: ['env', 'settings', 'database', 'http', 'outgoing'],
    packages: ['payload', '@payloadcms/ui', 'react', 'standardwebhooks'],
    node: true,
  },
  cache: {
    // It stands in front of Express and knows node:http alone; of Payload it takes the types of its hooks. GraphQL tells a
    // query from a mutation.
    ours: ['publishing', 'http'],
    packages: ['lru-cache', 'graphql', 'payload'],
    node: true,
  },
  // The index of stems, by which the articles that a term touches are found, differs from one database to the other.
  editorial: {
    ours: ['env', 'settings', 'database', 'linking', 'readability', 'richtext', 'access', 'publishing', 'outgoing'],
    ...anything,
  },
  // Who logs in, and by what. What became of somebody's rights is told in the audit.
  // A try that was counted is not made again for a write conflict.
  accounts: { ours: ['access', 'database', 'editorial', 'http'], packages: ['payload', 'otpauth'], node: true },
  // Which mentions make a link is said once, beside what decides them: `linksTarget` in editorial.
  // Search finds words by the same stems as linking does: what a language is stands there alone.
  // Which documents are on a page is asked of the database alone, after access has looked at the question.
  delivery: {
    ours: [
      'env',
      'settings',
      'access',
      'database',
      'linking',
      'readability',
      'richtext',
      'editorial',
      'media',
      'publishing',
      'cache',
      'http',
    ],
    ...anything,
  },
  // Where the files of media documents lie: a folder, or a bucket.
  media: {
    ours: ['env', 'settings'],
    packages: ['payload', '@payloadcms/storage-s3', '@aws-sdk/client-s3'],
    node: true,
  },
  // Everything out of one database and into another, and what is wrong with one.
  moving: {
    ours: ['env', 'settings', 'database', 'publishing', 'editorial', 'media'],
    packages: ['payload'],
    node: true,
  },
  // Several processes on one machine.
  workers: { ours: ['http', 'requestId'], packages: ['express', 'pino'], node: true },
  graphql: { ours: ['env', 'settings', 'accounts', 'database', 'delivery', 'access', 'http', 'cache'], ...anything },
  // What is told to operators. It reads what the rooms count by themselves; none of them knows of it.
  metrics: {
    ours: ['cache', 'database', 'editorial', 'http', 'publishing'],
    packages: ['express', 'payload', 'prom-client'],
    node: true,
  },
  tracing: { ours: ['database', 'http'], packages: ['express', 'payload', '@opentelemetry/'], node: true },
  app: { ours: ['payload.config', 'editorial'], packages: ['payload', '@payloadcms/', 'next', 'react'], node: false },
  collections: { ours: ['access', 'accounts', 'editorial', 'publishing'], packages: ['payload', 'uuid'], node: true },
  config: { ours: ['*'], ...anything },
  'payload.config': { ours: ['*'], ...anything },
  server: { ours: ['*'], ...anything },
  cli: { ours: ['*'], ...anything },
}

describe('Who imports whom', () => {
  const files = sourceFiles()

  it('is said for every folder and file', () => {
    const unknown = new Set(files.map(roomOf).filter((room) => !rooms[room]))
    expect([...unknown], 'Say in test/importRules.test.ts what these may import').toEqual([])
  })

  it.each([...new Set(files.map(roomOf))].sort())('%s keeps to it', (room) => {
    const complaints = files
      .filter((file) => roomOf(file) === room)
      .flatMap((file) => importsOf(file).map((specifier) => complaintAbout(room, file, specifier)))
    expect(complaints.filter(Boolean)).toEqual([])
  })

  it('has no circle of rooms', () => {
    const leaning = new Map<string, Set<string>>()
    for (const file of files) {
      const from = roomOf(file)
      const to = importsOf(file).flatMap((specifier) => targetOf(file, specifier) ?? [])
      leaning.set(from, new Set([...(leaning.get(from) ?? []), ...to.filter((room) => room !== from)]))
    }
    const circles = [...leaning.keys()].flatMap((room) => circleFrom(room, leaning) ?? [])
    expect(circles).toEqual([])
  })

  it('sees every way to import', () => {
    const source = `
      import a, { type B } from './one'
      import './two'
      import type { C } from './three'
      export { d } from './four'
      export type { E } from './five'
      const f = await import('./six')
      type G = import('./seven').G
      // import './eight'
      const text = "import './nine'"
    `
    expect(specifiersIn(source)).toEqual(['./one', './two', './three', './four', './five', './six', './seven'])
  })

  it.each([
    ['linking', 'src/linking/findMentions.ts', 'payload'],
    ['linking', 'src/linking/findMentions.ts', 'node:fs'],
    ['linking', 'src/linking/en/english.ts', '../../richtext/toText'],
    ['richtext', 'src/richtext/toText.ts', '../env/readSettings'],
    ['editorial', 'src/editorial/relink.ts', '../../collections/Articles'],
    ['collections', 'collections/Articles.ts', '../src/settings'],
    ['database', 'src/database/health.ts', '../http/health'],
    ['app', 'src/app/(payload)/layout.tsx', '../../server'],
  ])('would catch %s: %s importing %s', (room, file, specifier) => {
    expect(complaintAbout(room, file, specifier)).toBeDefined()
  })
})

function sourceFiles(): string[] {
  return ['src', 'collections'].flatMap((folder) =>
    readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter(
        (entry) => entry.isFile() && /\.(tsx?|mts)$/.test(entry.name) && !/\.(test|fixture)\.tsx?$/.test(entry.name),
      )
      .map((entry) => join(entry.parentPath, entry.name)),
  )
}

/** `src/linking/en/english.ts` → linking, `src/env.ts` → env, `collections/fields/id.ts` → collections. */
function roomOf(file: string): string {
  const [top = '', first = ''] = file.split('/')
  return top === 'src' ? first.replace(/\.tsx?$/, '') : top
}

function importsOf(file: string): string[] {
  return specifiersIn(readFileSync(file, 'utf8'))
}

function specifiersIn(source: string): string[] {
  const found: string[] = []
  const visit = (node: ts.Node) => {
    const specifier = specifierOf(node)
    if (specifier && ts.isStringLiteral(specifier)) found.push(specifier.text)
    ts.forEachChild(node, visit)
  }
  visit(ts.createSourceFile('source.tsx', source, ts.ScriptTarget.Latest))
  return found
}

function specifierOf(node: ts.Node): ts.Node | undefined {
  if (ts.isImportDeclaration(node) || ts.isExportDeclaration(node)) return node.moduleSpecifier
  if (ts.isImportTypeNode(node) && ts.isLiteralTypeNode(node.argument)) return node.argument.literal
  if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword) return node.arguments[0]
  return undefined
}

/** The room of ours that is imported; undefined for a package. */
function targetOf(file: string, specifier: string): string | undefined {
  if (specifier === '@payload-config') return 'payload.config'
  if (!specifier.startsWith('.')) return undefined
  return roomOf(relative('.', join(dirname(file), specifier)))
}

function complaintAbout(room: string, file: string, specifier: string): string | undefined {
  const allowed = rooms[room]
  const complaint = `${file} imports ${specifier}`
  if (!allowed) return complaint
  const target = targetOf(file, specifier)
  if (target) {
    const typesAlone = target === 'payload-types' && allowed.ours !== text.ours
    const fits = target === room || typesAlone || allowed.ours.includes(target) || allowed.ours.includes('*')
    return fits ? undefined : complaint
  }
  if (isBuiltin(specifier)) return allowed.node ? undefined : complaint
  const fits =
    allowed.packages === 'any' ||
    allowed.packages.some((name) =>
      name.endsWith('/') ? specifier.startsWith(name) : specifier === name || specifier.startsWith(`${name}/`),
    )
  return fits ? undefined : complaint
}

function circleFrom(start: string, leaning: Map<string, Set<string>>): string | undefined {
  const visit = (room: string, path: string[]): string | undefined => {
    for (const next of leaning.get(room) ?? []) {
      if (next === start) return [...path, room, next].join(' → ')
      if (path.includes(next) || next === room) continue
      const found = visit(next, [...path, room])
      if (found) return found
    }
    return undefined
  }
  return visit(start, [])
}
