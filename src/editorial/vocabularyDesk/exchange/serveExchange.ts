import type { Endpoint, PayloadRequest } from 'payload'
import { answer, refuse, refuseEditors, refuseStrangers } from '../answer'
import { fromCsv } from './csv'
import { exportVocabulary } from './exportVocabulary'
import { importVocabulary } from './importVocabulary'
import { fromJson } from './json'
import { UnreadableVocabulary } from './UnreadableVocabulary'

const types = { csv: 'text/csv; charset=utf-8', json: 'application/json; charset=utf-8' } as const
const longestFile = 5 * 1024 * 1024

/** `GET /api/vocabulary/export?format=csv|json`, for staff: all symptoms and remedies, in all languages. */
export const serveExport: Endpoint = {
  path: '/vocabulary/export',
  method: 'get',
  handler: async (req) => {
    const refused = refuseStrangers(req)
    if (refused) return refused
    const form = req.searchParams.get('format') ?? 'csv'
    if (form !== 'csv' && form !== 'json') return refuse(400, 'format must be csv or json.')
    return new Response(await exportVocabulary(form, req), {
      headers: {
        'content-type': types[form],
        'content-disposition': `attachment; filename="vocabulary.${form}"`,
        'cache-control': 'no-store',
      },
    })
  },
}

/**
 * `POST /api/vocabulary/import?publish=true&dryRun=true`, for staff; the body is the file, CSV or (content type application/json)
 * JSON. Without `publish` it makes drafts; with it, which is for reviewers and administrators, readers see it at once.
 */
export const serveImport: Endpoint = {
  path: '/vocabulary/import',
  method: 'post',
  handler: async (req) => {
    const { publish = 'false', dryRun = 'false' } = Object.fromEntries(req.searchParams)
    const refused = publish === 'true' ? refuseEditors(req) : refuseStrangers(req)
    if (refused) return refused
    for (const [name, value] of Object.entries({ publish, dryRun }))
      if (value !== 'true' && value !== 'false') return refuse(400, `${name} must be true or false.`)
    if (Number(req.headers.get('content-length') ?? 0) > longestFile) return tooLarge()
    const text = await readBody(req)
    if (text.length > longestFile) return tooLarge()
    // What is no UTF-8 would come in with signs in the place of its letters.
    if (text.includes('\ufffd'))
      return refuse(400, 'The file is not in UTF-8. A spreadsheet offers it where it saves as CSV.')
    const isJson = /\bjson\b/.test(req.headers.get('content-type') ?? '')
    try {
      return answer(
        await importVocabulary(
          (columns) => (isJson ? fromJson(text, columns) : fromCsv(text, columns)),
          { publish: publish === 'true', dryRun: dryRun === 'true' },
          req,
        ),
      )
    } catch (error) {
      if (error instanceof UnreadableVocabulary) return refuse(400, error.message)
      throw error
    }
  },
}

const readBody = async (req: PayloadRequest): Promise<string> => (await req.text?.()) ?? ''

const tooLarge = (): Response => refuse(413, `A file has at most ${longestFile / 1024 / 1024} MB.`)
