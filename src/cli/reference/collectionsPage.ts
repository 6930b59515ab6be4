import type { Field, SanitizedConfig } from 'payload'
import { publicPaths } from '../../access/publicPaths'
import type { DocComment } from './docComments'
import { pageHead, prose, table } from './table'

/** The content model: every collection and its fields, and which of them readers get. */
export function collectionsPage(config: SanitizedConfig, comments: readonly DocComment[]): string {
  const collections = config.collections.filter(({ slug }) => !slug.startsWith('payload-'))
  const sections = collections.map(({ slug, fields, versions, trash }) => {
    const open = publicPaths[slug]
    const traits = [
      open ? 'Readers see what is published.' : 'For staff only.',
      typeof versions === 'object' && versions.drafts ? 'Has drafts and versions.' : '',
      trash ? 'Goes into the trash before it is deleted.' : '',
    ]
    const readable = (path: string) => (open?.select.includes(path.split('.')[0] ?? '') ? 'yes' : '')
    return section(
      slug,
      aboutIn('collections', slug, comments),
      traits,
      rowsOf(fields, ''),
      open ? readable : undefined,
    )
  })
  const globals = config.globals
    .filter(({ slug }) => !slug.startsWith('payload-'))
    .map(({ slug, fields }) => section(slug, aboutIn('collections', slug, comments), [], rowsOf(fields, ''), undefined))
  return `${pageHead(
    'Collections and fields',
    'What is stored, and under which names REST and GraphQL give it. _Readers_ says which fields they get of what is published; all else is for\nstaff. A field _in each language_ has a value for English and one for Spanish. Ids are text.',
  )}
${sections.join('\n')}
# Globals

${globals.join('\n')}`
}

function section(
  slug: string,
  about: string,
  traits: readonly string[],
  rows: readonly FieldRow[],
  readable: ((path: string) => string) | undefined,
): string {
  const head = ['Field', 'Type', ...(readable ? ['Readers'] : []), 'What it is']
  const body = rows.map(({ path, type, words }) => [
    `\`${path}\``,
    type,
    ...(readable ? [readable(path)] : []),
    prose(words),
  ])
  const said = [about, ...traits].filter(Boolean).join(' ')
  return `## ${slug}\n\n${prose(said)}\n\n${table(head, body)}\n`
}

/** The comment above the configuration. */
function aboutIn(folder: string, slug: string, comments: readonly DocComment[]): string {
  const name = slug
    .split('-')
    .map((word) => word.charAt(0).toUpperCase() + word.slice(1))
    .join('')
  return (
    comments.find(({ file, next }) => file === `${folder}/${name}.ts` && next.includes(`const ${name}:`))?.words ?? ''
  )
}

interface FieldRow {
  path: string
  type: string
  words: string
}

/** Payload's own of people: hashes, tokens and sessions, which no road gives. */
const secret = new Set(['salt', 'hash', 'sessions', 'resetPasswordToken', 'resetPasswordExpiration', 'apiKeyIndex'])

function rowsOf(fields: readonly Field[], parent: string): FieldRow[] {
  return fields.flatMap((field): FieldRow[] => {
    if (field.type === 'ui') return []
    if (field.type === 'tabs')
      return field.tabs.flatMap((tab) =>
        rowsOf(tab.fields, 'name' in tab && tab.name ? `${parent}${tab.name}.` : parent),
      )
    if (!('name' in field) || !field.name) return 'fields' in field ? rowsOf(field.fields as Field[], parent) : []
    if (secret.has(field.name)) return []
    const path = parent + field.name
    const row = { path, type: typeOf(field), words: wordsOf(field) }
    return 'fields' in field ? [row, ...rowsOf(field.fields as Field[], `${path}.`)] : [row]
  })
}

function typeOf(field: Field): string {
  const many = 'hasMany' in field && field.hasMany ? ', many' : ''
  switch (field.type) {
    case 'relationship':
    case 'upload':
      return `→ ${[field.relationTo].flat().join(' or ')}${many}`
    case 'join':
      return `join of ${[field.collection].flat().join(' and ')}`
    case 'select':
      return `${field.options.map((option) => `\`${typeof option === 'string' ? option : option.value}\``).join(' ')}${many}`
    case 'group':
    case 'array':
      return field.type === 'group' ? 'group' : 'list'
    default:
      return `${field.type}${many}`
  }
}

function wordsOf(field: Field): string {
  const description = field.admin && 'description' in field.admin ? field.admin.description : undefined
  const traits = [
    'required' in field && field.required ? 'needed' : '',
    'localized' in field && field.localized ? 'in each language' : '',
    'unique' in field && field.unique ? 'unique' : '',
    'maxLength' in field && field.maxLength ? `at most ${field.maxLength} characters` : '',
  ].filter(Boolean)
  const said = typeof description === 'string' ? description : ''
  const marks = traits.join(', ')
  return [said, marks && `${marks.charAt(0).toUpperCase()}${marks.slice(1)}.`].filter(Boolean).join(' ')
}
