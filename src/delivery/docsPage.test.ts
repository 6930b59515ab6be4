import { expect, it } from 'vitest'
import { docsPage } from './docsPage'
import { openApi } from './openapi'
import { answers, object, ref, string } from './openapiSchemas'

const part = {
  paths: {
    '/v1/things/{slug}': {
      get: {
        operationId: 'getThing',
        tags: ['Things'],
        summary: 'A <thing>, `as it is`',
        parameters: [{ name: 'a"b', in: 'query' as const, description: 'x', schema: { type: 'string', default: '<' } }],
        responses: { 200: answers(ref('Thing'), 'It') },
      },
    },
  },
  schemas: { Thing: object({ name: string, own: ref('Thing') }, { optional: ['own'] }) },
}

it('describes every part, with everything escaped', () => {
  const page = docsPage(openApi('https://x.test', [part]))
  expect(page).toContain('GET /v1/things/{slug}')
  expect(page).toContain('A &lt;thing&gt;, <code>as it is</code>')
  expect(page).toContain('<code>a&quot;b</code>')
  expect(page).toContain('<code>&lt;</code> if left out')
  expect(page).toContain('<a href="#schema-Thing">Thing</a>')
  expect(page).toContain('<code>own</code> (not always)')
  expect(page).toContain('https://x.test/v1/openapi.json')
})
