import type { Name, Service } from './startService'

/** A question as Payload's admin asks a long one: by POST, its form in the place of the address's query. */
export const askByForm = ({ ask }: Service, who: Name, path: string, query: string) =>
  ask(who, 'POST', path, new URLSearchParams(query), {
    'x-payload-http-method-override': 'GET',
    'content-type': 'application/x-www-form-urlencoded', // Payload takes it without a charset alone
  })
