import type { Endpoint, SanitizedConfig } from 'payload'
import { publicPaths } from '../../access/publicPaths'
import { bounds } from '../../access/publicQuery'
import type { DocComment } from './docComments'
import { pageHead, prose, table } from './table'

/** What REST serves beside Payload's own routes, and what strangers may ask of these. */
export function restPage(config: SanitizedConfig, comments: readonly DocComment[]): string {
  const ours = ownEndpoints(config).map(({ method, path }) => [
    `\`${method} ${path}\``,
    prose(commentOn(method, path, comments)),
  ])
  const list = (paths: readonly string[]) => paths.map((path) => `\`${path}\``).join(' ')
  const asked = Object.entries(publicPaths).map(([slug, { filter, sort, relations, joins }]) =>
    [
      `### ${slug}`,
      '',
      `- Filter (\`where\`): ${list(filter)}`,
      ...(Object.keys(relations).length > 0
        ? [`- Filter by what is linked, by id or with \`.slug\`: ${list(Object.keys(relations))}`]
        : []),
      `- Sort: ${list(sort)}`,
      ...(Object.keys(joins).length > 0 ? [`- Joins: ${list(Object.keys(joins))}`] : []),
      '',
    ].join('\n'),
  )
  const rows = Object.entries(bounds).map(([who, { limit, depth }]) => [who, String(limit), String(depth)])
  return `${pageHead(
    'REST',
    "Payload's REST API at `/api`: `GET /api/{collection}` and `GET /api/{collection}/{id}` read, `POST`, `PATCH` and `DELETE` write. Its\nparameters are described in [Payload's documentation](https://payloadcms.com/docs/rest-api/overview). Reading what is published needs no\nlogin. Apps are better served by [`/v1`](v1.md), whose answers are made for them.",
  )}
\`\`\`sh
curl -g 'http://127.0.0.1:3000/api/articles?where[symptoms.slug][equals]=leg-cramps&select[title]=true&limit=3'
\`\`\`

## Bounds

What is above them is a 400 that says so. \`sort\` has five fields at most, whoever asks. A question too long for an address goes by POST with
\`X-Payload-HTTP-Method-Override: GET\` and the query as a form, of up to 64 kB.

${table(['Who', '`limit`', '`depth`'], rows)}

## What strangers may ask

What is not listed is a 400, the same for a field that is hidden and for one that does not exist. \`select\` may name the fields that the
[collections](collections.md) mark as readable.

${asked.join('\n')}
## For staff, beside Payload's own

Log in with \`POST /api/users/login\` and send the token as \`Authorization: JWT …\`.

${table(['Endpoint', 'What it does'], ours)}
`
}

/** Payload adds its routes to each collection; what is not among those of the plainest one is ours. */
function ownEndpoints(config: SanitizedConfig): { method: string; path: string }[] {
  const keyOf = ({ method, path }: Pick<Endpoint, 'method' | 'path'>) => `${method} ${path}`
  const listed = (endpoints: Omit<Endpoint, 'root'>[] | false) => endpoints || []
  const payloads = new Set(
    config.collections
      .filter(({ slug }) => ['payload-kv', 'payload-jobs', 'payload-preferences', 'users', 'media'].includes(slug))
      .flatMap(({ endpoints }) => listed(endpoints).map(keyOf)),
  )
  const found = [
    ...config.endpoints
      .filter(({ path }) => path !== '/access')
      .map(({ method, path }) => ({ method, path: `/api${path}` })),
    ...config.collections.flatMap(({ slug, endpoints }) =>
      listed(endpoints)
        .filter((endpoint) => !payloads.has(keyOf(endpoint)))
        .map(({ method, path }) => ({ method, path: `/api/${slug}${path}` })),
    ),
  ]
  return found.map(({ method, path }) => ({ method: method.toUpperCase(), path: path.replace(/:(\w+)/g, '{$1}') }))
}

/** The sentence that the code has on an endpoint: its comment begins with method and path. */
function commentOn(method: string, path: string, comments: readonly DocComment[]): string {
  const shape = (text: string) => text.replace(/\?.*/, '').replace(/\{[^}]*\}/g, '{}')
  // one that every collection has is described once
  const wanted = [shape(path), shape(path.replace(/^\/api\/[^/]+/, '/api/{}'))]
  for (const { words } of comments) {
    const [, said, rest] = /^`([A-Z]+ \/api[^`]*)`,? ?([\s\S]*)/.exec(words) ?? []
    if (said?.startsWith(`${method} `) && wanted.includes(shape(said.slice(method.length + 1))))
      return (rest ?? '').replace(/^: /, '').replace(/^./, (first) => first.toUpperCase())
  }
  return ''
}
