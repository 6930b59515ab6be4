import { describeSettings } from '../../env/describeSettings'
import { pageHead, prose, table } from './table'

/** Every environment variable, by the sentences of `src/env`. */
export function settingsPage(): string {
  const rows = describeSettings().map(({ name, sentence, default: value }) => [
    `\`${name}\``,
    value === undefined ? '' : `\`${value}\``,
    prose(sentence),
  ])
  return `${pageHead(
    'Settings',
    'Settings are environment variables. A file `.env` in the folder of the project is read too; what the environment holds wins. A value that\ncannot be used stops the start with one line that names it. [.env.example](../../.env.example) holds the same sentences.',
  )}
${table(['Variable', 'Default', 'What it is, and how to choose it'], rows)}

What blocks a publication, the target of readability, the cycle of reviews and more of that kind are settings of the organisation, in the
admin under _Organisation_: see [collections](collections.md#organisation).
`
}
