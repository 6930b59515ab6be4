import type { OpenApi, PathItem, Schema } from '../../delivery/openapi'
import { pageHead, prose, table } from './table'

/** `/v1` as its description has it. */
export function v1Page({ info, paths, components }: OpenApi): string {
  const endpoints = Object.entries(paths).map(([path, item]) => endpoint(path, item))
  const schemas = Object.entries(components.schemas).map(([name, schema]) => answer(name, schema))
  return `${pageHead(
    '/v1, for apps',
    `${prose(info.description)}\n\nA running Saphena describes it at \`/v1/openapi.json\` (OpenAPI 3.1) and shows it at \`/v1/docs\`; the same file is\n[packages/client/openapi.json](../../packages/client/openapi.json).`,
  )}
# Endpoints

${endpoints.join('\n')}
# What answers hold

${schemas.join('\n')}`
}

function endpoint(path: string, { get }: PathItem): string {
  const parameters = get.parameters.map(({ name, in: place, required, description, schema }) => [
    `\`${name}\`${place === 'path' ? ' (path)' : required ? ' (needed)' : ''}`,
    valuesOf(schema),
    prose(description),
  ])
  const answers = Object.entries(get.responses).map(([status, { description, content }]) => {
    const schema = Object.values(content ?? {})[0]?.schema
    return `- **${status}** ${prose(description)}${schema ? `: ${typeOf(schema)}` : ''}`
  })
  return [
    `## \`GET ${path}\``,
    prose(get.summary) + (get.summary.endsWith('.') ? '' : '.'),
    ...(get.description ? [prose(get.description)] : []),
    ...(parameters.length > 0 ? [table(['Parameter', 'Values', 'What it is'], parameters)] : []),
    `${answers.join('\n')}\n`,
  ].join('\n\n')
}

function answer(name: string, schema: Schema): string {
  const {
    description,
    properties = {},
    required = [],
  } = schema as {
    description?: string
    properties?: Record<string, Schema>
    required?: string[]
  }
  const rows = Object.entries(properties).map(([field, value]) => [
    `\`${field}\`${required.includes(field) ? '' : ' (may be missing)'}`,
    typeOf(value),
    prose(String(value.description ?? '')),
  ])
  return [
    `## ${name}`,
    ...(description ? [prose(description)] : []),
    rows.length > 0 ? `${table(['Field', 'Type', 'What it is'], rows)}\n` : `${typeOf(schema)}\n`,
  ].join('\n\n')
}

function valuesOf(schema: Schema): string {
  const standard = schema.default === undefined ? '' : `, else \`${schema.default}\``
  const range = [schema.minimum, schema.maximum].every((bound) => bound !== undefined)
    ? ` ${schema.minimum} to ${schema.maximum}`
    : ''
  return `${typeOf(schema)}${range}${standard}`
}

/** A type in a few words, with a link where it has a name. */
function typeOf(schema: Schema): string {
  const { $ref, type, items, oneOf, anyOf, allOf } = schema as Record<string, unknown>
  if (typeof $ref === 'string') {
    const name = $ref.split('/').at(-1) ?? ''
    return `[${name}](#${name.toLowerCase()})`
  }
  if (Array.isArray(schema.enum)) return schema.enum.map((value) => `\`${value}\``).join(' ')
  if (schema.const !== undefined) return `\`${schema.const}\``
  const choices = [oneOf, anyOf, allOf].find((each): each is Schema[] => Array.isArray(each))
  if (choices) return choices.map(typeOf).join(' or ')
  if (items) return `list of ${typeOf(items as Schema)}`
  const name = [type].flat().filter(Boolean).join(' or ')
  return typeof schema.format === 'string' ? `${name} (${schema.format})` : name || 'any'
}
