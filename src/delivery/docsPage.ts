import { escapeHtml } from '../richtext/escapeHtml'
import type { OpenApi, Parameter, PathItem, Schema } from './openapi'

/** The description of the API as one page that needs nothing else: no script, no font, no other file. */
export function docsPage(api: OpenApi): string {
  const { info, paths, components, servers } = api
  const endpoints = Object.entries(paths)
  const schemas = Object.entries(components.schemas)
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeHtml(info.title)}</title>
<style>${style}</style>
</head>
<body>
<header>
<h1>${escapeHtml(info.title)}</h1>
<p>${escapeHtml(info.summary)}</p>
<p>${prose(info.description)}</p>
<p>For programs: <a href="${escapeHtml(servers[0]?.url ?? '')}/v1/openapi.json">openapi.json</a></p>
</header>
<nav aria-label="Contents">
<h2>Contents</h2>
<ul>
${endpoints.map(([path, item]) => `<li><a href="#${item.get.operationId}">GET ${escapeHtml(path)}</a></li>`).join('\n')}
<li><a href="#answers">What answers hold</a></li>
</ul>
</nav>
<main>
${endpoints.map(([path, item]) => endpoint(path, item)).join('\n')}
<section id="answers">
<h2>What answers hold</h2>
${schemas.map(([name, schema]) => schemaSection(name, schema)).join('\n')}
</section>
</main>
</body>
</html>
`
}

function endpoint(path: string, { get }: PathItem): string {
  const responses = Object.entries(get.responses).map(([status, { description, content }]) => {
    const schema = Object.values(content ?? {})[0]?.schema
    return `<li><b>${escapeHtml(status)}</b> ${prose(description)}${schema ? `: ${typeOf(schema)}` : ''}</li>`
  })
  return `<section id="${get.operationId}">
<h2><code>GET ${escapeHtml(path)}</code></h2>
<p>${prose(get.summary)}</p>
${get.description ? `<p>${prose(get.description)}</p>` : ''}
${get.parameters.length > 0 ? table(['Parameter', 'Values', 'What it is'], get.parameters.map(parameterRow)) : ''}
<h3>Answers</h3>
<ul>${responses.join('')}</ul>
</section>`
}

function parameterRow({ name, in: place, required, description, schema }: Parameter): string[] {
  const kind = place === 'path' ? ' (in the path)' : required ? ' (needed)' : ''
  const standard =
    schema.default === undefined ? '' : `; <code>${escapeHtml(String(schema.default))}</code> if left out`
  return [`<code>${escapeHtml(name)}</code>${kind}`, `${typeOf(schema)}${standard}`, prose(description)]
}

function schemaSection(name: string, schema: Schema): string {
  const properties = Object.entries((schema.properties ?? {}) as Record<string, Schema>)
  const required = (schema.required ?? []) as string[]
  const rows = properties.map(([property, value]) => [
    `<code>${escapeHtml(property)}</code>${required.includes(property) ? '' : ' (not always)'}`,
    typeOf(value),
    prose(typeof value.description === 'string' ? value.description : ''),
  ])
  return `<section id="schema-${escapeHtml(name)}">
<h3>${escapeHtml(name)}</h3>
${typeof schema.description === 'string' ? `<p>${prose(schema.description)}</p>` : ''}
${rows.length > 0 ? table(['Field', 'Type', 'What it is'], rows) : `<p>${typeOf(schema)}</p>`}
</section>`
}

/** A schema in a few words; those with a name lead to it. */
function typeOf(schema: Schema): string {
  if (typeof schema.$ref === 'string') {
    const name = escapeHtml(schema.$ref.split('/').at(-1) ?? '')
    return `<a href="#schema-${name}">${name}</a>`
  }
  if (Array.isArray(schema.anyOf)) return (schema.anyOf as Schema[]).map(typeOf).join(' or ')
  if (Array.isArray(schema.enum))
    return schema.enum.map((each) => `<code>${escapeHtml(String(each))}</code>`).join(', ')
  if (schema.const !== undefined) return `<code>${escapeHtml(String(schema.const))}</code>`
  const types = [schema.type ?? 'any'].flat() as string[]
  return types
    .map((type) => {
      if (type === 'array') return `list of ${typeOf((schema.items ?? {}) as Schema)}`
      if (type === 'object' && schema.properties)
        return `{ ${Object.keys(schema.properties).map(escapeHtml).join(', ')} }`
      if (type === 'object' && schema.additionalProperties)
        return `object of ${typeOf(schema.additionalProperties as Schema)}`
      const range = [schema.minimum, schema.maximum].every((each) => typeof each === 'number')
      return escapeHtml(
        `${type}${schema.format ? ` (${schema.format})` : ''}${range ? ` from ${schema.minimum} to ${schema.maximum}` : ''}`,
      )
    })
    .join(' or ')
}

const table = (heads: string[], rows: string[][]): string =>
  `<div class="wide"><table><thead><tr>${heads.map((head) => `<th scope="col">${head}</th>`).join('')}</tr></thead>
<tbody>${rows.map((row) => `<tr>${row.map((cell) => `<td>${cell}</td>`).join('')}</tr>`).join('\n')}</tbody></table></div>`

/** Words with `code` in them. */
const prose = (words: string): string => escapeHtml(words).replace(/`([^`]+)`/g, '<code>$1</code>')

const style = `
:root { color-scheme: light dark; }
body { font: 1rem/1.5 system-ui, sans-serif; max-width: 60rem; margin: 0 auto; padding: 1rem; }
code { font-family: ui-monospace, monospace; font-size: .92em; }
h2 { margin-top: 2.5rem; border-bottom: 1px solid; padding-bottom: .25rem; }
.wide { overflow-x: auto; }
table { border-collapse: collapse; width: 100%; }
th, td { text-align: left; vertical-align: top; padding: .35rem .75rem .35rem 0; border-bottom: 1px solid color-mix(in srgb, currentColor 25%, transparent); }
`
