import { readFileSync } from 'node:fs'
import type { DocComment } from './docComments'
import { pageHead, prose } from './table'

/** Commands that are another project's. */
const others: Record<string, string> = {
  test: 'All tests. Service tests run on SQLite and on MongoDB; what a machine lacks is skipped and named, and fails with `CI=true`.',
  check: 'Lint and format, types, and code that nothing uses.',
  docs: 'Builds the site of this documentation, which fails on a link that leads nowhere, and serves it on http://localhost:4173.',
  'test:mongo-server':
    'Fetches the small server that speaks MongoDB’s protocol, which the tests otherwise do by themselves.',
  'test:s3-server': 'Fetches the small server that speaks S3’s protocol, for the tests.',
  'test:checkers': 'Fetches what checks the Dockerfile and the Kubernetes manifests, for the tests.',
}

/** Every script of package.json: what it says itself when it is asked for help, or what its comment says. */
export function commandsPage(comments: readonly DocComment[]): string {
  const { scripts } = JSON.parse(readFileSync('package.json', 'utf8')) as { scripts: Record<string, string> }
  const sections = Object.entries(scripts).map(([name, script]) => {
    const file = script.split(' ').find((word) => /^(src|bench)\/.*\.ts$/.test(word))
    const words = others[name] ?? commentOf(name, comments) ?? ''
    const usage = file ? usageIn(file) : undefined
    const command = name === 'start' || name === 'test' ? `npm ${name}` : `npm run ${name}`
    return `## \`${command}\`\n\n${usage ? `\`\`\`text\n${usage}\n\`\`\`` : prose(words)}\n`
  })
  return `${pageHead(
    'Commands',
    'Run them in the folder of the project, with the same [settings](settings.md) as the server. With Docker:\n`docker compose run --rm app npm run doctor`.',
  )}
${sections.join('\n')}`
}

function commentOf(name: string, comments: readonly DocComment[]): string | undefined {
  const begin = new RegExp(`^\`?npm (?:run )?${name}(?: [^\`:]*)?\`?: `)
  const found = comments.find(({ words }) => begin.test(words))?.words.replace(begin, '')
  return found && found.charAt(0).toUpperCase() + found.slice(1)
}

function usageIn(file: string): string | undefined {
  const code = readFileSync(file, 'utf8')
  return /^const usage =\s*(['`])([\s\S]*?)\1$/m.exec(code)?.[2]?.trim()
}
