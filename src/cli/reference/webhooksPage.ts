import { keysOf } from '../../cache/keys'
import { type LogEntry, type LogEvent, logEvents, loggedCollections } from '../../publishing/logEntry'
import { bodyOf } from '../../publishing/webhooks/planDeliveries'
import { leastAttempts, pauses, triedFor } from '../../publishing/webhooks/retries'
import { pageHead, table } from './table'

const sample: LogEntry = {
  position: 1042,
  at: '2026-03-02T09:30:00.000Z',
  event: 'moved',
  collection: 'articles',
  document: '0195d0c8-4a5e-7c0e-9a3b-2f1d6c7e8a90',
  locales: ['en', 'es'],
  slugs: { en: 'night-leg-cramps', es: 'calambres-nocturnos' },
  slugsBefore: { en: 'leg-cramps-at-night' },
}

/** A line for each event; a new one does not compile without. */
const meanings: Record<LogEvent, string> = {
  published: 'Readers get it now, and did not before.',
  changed: 'What readers see of it is another; so is one that comes in one more language.',
  moved: 'Its address is another; `slugsBefore` has the former ones.',
  corrected: 'An editor marked the article as corrected, with a reason.',
  recalled: 'An editor marked the article as recalled, with a reason. Show that wherever you show the article.',
  withdrawn: 'Readers do not get it any more; it may come back.',
  deleted: 'It is gone for good.',
}

const fields = {
  '`position`': 'its place in the publish log; grows with every change',
  '`locales`': 'the languages in which readers get the document after the change',
  '`slugs` `slugsBefore`': 'its addresses after the change, and before it where it moved',
  '`keys`': 'the surrogate keys that it touches, as answers have them in `surrogate-key`',
  '`href`': 'where the document is; the request holds no content itself',
}

/** Events of the publish log, and how webhooks tell of them. */
export function webhooksPage(): string {
  const { type, body } = bodyOf(sample, { serverUrl: 'https://cms.example.org', keysOf })
  return `${pageHead(
    'Webhooks and events',
    'An administrator adds webhooks in the admin, under _Publishing_. Each change that readers can see is told to those that asked for its event\nand collection. [What readers can rely on](../delivery.md#webhooks) says how to receive them.',
  )}
## Events

The type of a request is the noun of the collection and the event, such as \`${type}\`. Collections: ${loggedCollections
    .map((name) => `\`${name}\``)
    .join(' ')}.

${table(
  ['Event', 'What happened'],
  logEvents.map((event) => [`\`${event}\``, meanings[event]]),
)}

## A request

POST, with \`webhook-id\`, \`webhook-timestamp\` and \`webhook-signature\` as [Standard Webhooks](https://www.standardwebhooks.com) has them,
and this body:

\`\`\`json
${JSON.stringify(JSON.parse(body), null, 2)}
\`\`\`

${table(['Field', 'What it is'], Object.entries(fields))}

## When a receiver does not answer

An answer other than 2xx is tried again after ${pauses.map(inWords).join(', ')}, then every ${inWords(pauses.at(-1) ?? 0)}, for
${triedFor / 3_600_000} hours in all, and ${leastAttempts} times at least. A tenth is added at random. What comes after waits, so that order holds. Each delivery and its
attempts stand below the webhook in the admin, with a button that sends it again.
`
}

const inWords = (pause: number): string =>
  pause < 60_000 ? `${pause / 1000} s` : pause < 3_600_000 ? `${pause / 60_000} min` : `${pause / 3_600_000} h`
