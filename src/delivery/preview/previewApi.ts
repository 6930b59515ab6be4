import type { ApiPart, Parameter } from '../openapi'
import { addressesParameter, answers, badParameter, notFound, problem, ref, string } from '../openapiSchemas'

const parameters: Parameter[] = [
  { name: 'token', in: 'query', required: true, description: 'From the address of the page.', schema: string },
  {
    name: 'linkMentions',
    in: 'query',
    description: 'Of an article: as for a published one.',
    schema: { type: 'string', enum: ['first', 'all', 'none'], default: 'first' },
  },
  {
    name: 'include',
    in: 'query',
    description: 'Of an article: as for a published one.',
    schema: { type: 'string', examples: ['html', 'text', 'html,text'] },
  },
  addressesParameter,
]

const responses = {
  200: answers({ anyOf: [ref('Article'), ref('Symptom'), ref('Remedy'), ref('Clinic')] }, 'What the link is for'),
  400: badParameter,
  401: problem('The token was not made here (`bad-token`)'),
  404: notFound,
  410: problem('The token was good, and its time is over (`expired-token`)'),
}

/** What `serveDraft` answers. */
export const previewApi: ApiPart = {
  paths: {
    '/v1/preview': {
      get: {
        operationId: 'previewDraft',
        tags: ['Preview'],
        summary: 'A draft, by the token of a preview link',
        description:
          'For the page of a website that the admin opens beside its editor, at `/preview?token=…`. It answers as the endpoint of ' +
          'the published document does, from the newest version in the language of the link. A POST with the form that the admin posts to the page ' +
          '(`payload-live-preview`) as JSON, `{"data": …}`, answers the draft as it is being typed. The token is good for ten to twenty ' +
          'minutes; the answer is not to be kept. A draft may be incomplete: what a published document must have may be null. Pictures that are not published have addresses that hold the token.',
        parameters,
        responses,
      },
    },
  },
  schemas: {},
}
