import openapiTS, { astToString, type OpenAPI3 } from 'openapi-typescript'
import { type OpenApi, openApi } from '../delivery/openapi'
import { parts } from '../delivery/serveV1'

/** What `/v1/openapi.json` answers, at an address of nobody's; test/client.service.test.ts compares the two. */
export const apiDescription = (): OpenApi => openApi('https://health.example.org', parts)

const head = '/** Written by npm run generate from what /v1/openapi.json describes. */\n\n'

/** The client's types: what can be asked and what is answered. */
export async function clientTypes(description: OpenApi): Promise<string> {
  const types = await openapiTS(description as unknown as OpenAPI3, {
    // A parameter with a default may be left out.
    defaultNonNullable: false,
    emptyObjectsUnknown: true,
  })
  return head + astToString(types)
}
