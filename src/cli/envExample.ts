import { describeSettings } from '../env/describeSettings'

const head = `# Every setting of Saphena. Copy this file to .env and take the # from what you change; what the environment already holds wins.
# Written by npm run generate from src/env.
`

/** What `.env.example` holds: each variable below its sentence, with its default, and switched off. */
export function envExample(): string {
  const entries = describeSettings().map(
    ({ name, sentence, default: value }) => `\n# ${sentence}\n#${name}=${value ?? ''}\n`,
  )
  return head + entries.join('')
}
