import type { FlattenedField, PayloadRequest, Validate } from 'payload'
import { type CodeSystem, checkCode } from '../../checkCode'
import type { DeskCollection } from '../answer'
import type { Column } from './columns'
import type { EntryRecord, FileCode, Value } from './entryRecord'

const codeSystems: readonly string[] = ['snomed', 'icd-10-cm', 'mesh'] satisfies CodeSystem[]

/** What in a record breaks a rule of its collection, in sentences: the rules that hold for a form hold for a file. */
export async function checkRecord(
  collection: DeskCollection,
  { values }: EntryRecord,
  columns: readonly Column[],
  req: PayloadRequest,
): Promise<string[]> {
  const reasons: string[] = []
  const { flattenedFields } = req.payload.collections[collection].config
  for (const column of columns) {
    const value = values[column.name]
    if (value === undefined) continue
    if (column.form === 'codes') reasons.push(...checkCodes(value as FileCode[], column))
    else if (column.form === 'word' || column.form === 'text' || column.form === 'list') {
      const message = await checkField(fieldAt(flattenedFields, column), value, req)
      if (message !== true) reasons.push(`${column.name}: ${message}`)
    }
  }
  return reasons
}

function fieldAt(fields: readonly FlattenedField[], { path: [first, second] }: Column): FlattenedField | undefined {
  const field = fields.find(({ name }) => name === first)
  if (second === undefined || !field || !('flattenedFields' in field)) return field
  return field.flattenedFields.find(({ name }) => name === second)
}

async function checkField(
  field: FlattenedField | undefined,
  value: Value,
  req: PayloadRequest,
): Promise<true | string> {
  if (!field || !('validate' in field) || !field.validate) return true
  // An empty name in a language that nobody has written yet is none; the entry's own is asked for where it is planned.
  if (value === '') return true
  const options = {
    ...field,
    data: {},
    siblingData: {},
    blockData: {},
    path: [field.name],
    operation: 'create',
    event: 'submit',
    preferences: { fields: {} },
    req,
  }
  return (field.validate as unknown as Validate)(value, options as never)
}

const mostCodes = 30

function checkCodes(codes: readonly FileCode[], { name }: Column): string[] {
  const wrong = codes.flatMap(({ system, code }) => {
    if (!codeSystems.includes(system))
      return [`${name}: “${system.slice(0, 40)}” is none of ${codeSystems.join(', ')}.`]
    const message = checkCode(system as CodeSystem, code)
    return message === true ? [] : [`${name}: ${code.slice(0, 40)}: ${message}`]
  })
  return codes.length > mostCodes ? [...wrong, `${name}: at most ${mostCodes} codes.`] : wrong
}
