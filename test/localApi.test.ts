import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import ts from 'typescript'
import { describe, expect, it } from 'vitest'

/** Operations of Payload's Local API that hold access rules or pass by them, as `overrideAccess` says; without it they pass by. */
const operations = new Set(
  `count countGlobalVersions countVersions create delete duplicate find findByID findDistinct findGlobal
  findGlobalVersionByID findGlobalVersions findVersionByID findVersions restoreGlobalVersion restoreVersion update updateGlobal`.split(
    /\s+/,
  ),
)

/** What the calls in a source leave unsaid, by line. */
function unsaid(file: string, source: string): string[] {
  if (!source.includes('payload')) return []
  const tree = ts.createSourceFile(file, source, ts.ScriptTarget.Latest, true)
  const shared = sharedOptions(tree)
  const found: string[] = []
  const visit = (node: ts.Node) => {
    if (ts.isCallExpression(node) && isLocalApi(node) && !saysAccess(node, shared)) {
      const { line } = tree.getLineAndCharacterOfPosition(node.getStart())
      found.push(`${file}:${line + 1} ${node.expression.getText().replace(/\s+/g, '')}`)
    }
    ts.forEachChild(node, visit)
  }
  visit(tree)
  return found
}

/** `payload.find(…)`, `req.payload.find(…)`, `this.payload.find(…)`; `payload.db.find(…)` is the adapter's, which knows no access. */
function isLocalApi({ expression }: ts.CallExpression): boolean {
  if (!ts.isPropertyAccessExpression(expression) || !operations.has(expression.name.text)) return false
  const of = expression.expression
  return (
    (ts.isIdentifier(of) && of.text === 'payload') || (ts.isPropertyAccessExpression(of) && of.name.text === 'payload')
  )
}

/** Said in place, or in an object of the same file that is spread into the arguments. */
const saysAccess = ({ arguments: [options] }: ts.CallExpression, shared: ReadonlySet<string>): boolean =>
  options !== undefined &&
  ts.isObjectLiteralExpression(options) &&
  (namesAccess(options) ||
    options.properties.some((each) => ts.isSpreadAssignment(each) && shared.has(each.expression.getText())))

const namesAccess = ({ properties }: ts.ObjectLiteralExpression): boolean =>
  properties.some((property) => property.name?.getText() === 'overrideAccess')

/** The names of constants that say it. */
function sharedOptions(tree: ts.SourceFile): Set<string> {
  const names = new Set<string>()
  const visit = (node: ts.Node) => {
    if (ts.isVariableDeclaration(node) && node.initializer) {
      const value = ts.isAsExpression(node.initializer) ? node.initializer.expression : node.initializer
      if (ts.isObjectLiteralExpression(value) && namesAccess(value)) names.add(node.name.getText())
    }
    ts.forEachChild(node, visit)
  }
  visit(tree)
  return names
}

describe('Every call of the Local API', () => {
  it('says whether access rules hold', () => {
    const files = ['src', 'collections'].flatMap((folder) =>
      readdirSync(folder, { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile() && /(?<!\.test)\.tsx?$/.test(entry.name))
        .map((entry) => join(entry.parentPath, entry.name)),
    )
    expect(files.length).toBeGreaterThan(300)
    expect(files.flatMap((file) => unsaid(file, readFileSync(file, 'utf8')))).toEqual([])
  })

  it('would be found where it does not', () => {
    const source = `
      await payload.find({ collection: 'users' })
      await req.payload.update({ collection: 'users', id, data, overrideAccess: false })
      await this.payload.findByID(options)
      await payload.db.find({ collection: 'users' })
      await payload.create({ ...unknown, collection: 'users' })
      const how = { depth: 0, overrideAccess: true } as const
      await payload.count({ ...how, collection: 'users' })
    `
    expect(unsaid('a.ts', source).map((each) => each.split(':')[1])).toEqual([
      '2 payload.find',
      '4 this.payload.findByID',
      '6 payload.create',
    ])
  })
})
