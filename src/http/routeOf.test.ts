import { expect, it } from 'vitest'
import { routeOf } from './routeOf'

const api = { collections: new Set(['articles', 'media', 'users']), endpoints: new Set(['/api/import/preview']) }
const of = (originalUrl: string, baseUrl = '', path?: string) =>
  routeOf({ originalUrl, baseUrl, ...(path ? { route: { path } } : {}) }, api)

it.each([
  ['/api/articles?where[title][like]=secret', '/api/articles'],
  ['/API/Articles', '/api/articles'],
  ['/api/articles/0199-abc', '/api/articles/:id'],
  ['/api/articles/versions/0199-abc', '/api/articles/*'],
  ['/api/users/login', '/api/users/*'],
  ['/api/media/file/knee.png', '/api/media/*'],
  ['/api/graphql?query={Articles{totalDocs}}', '/api/graphql'],
  ['/api/graphql/more', '/api/*'],
  ['/api/globals/organisation', '/api/globals/*'],
  ['/api/import/preview', '/api/import/preview'],
  ['/api/import/other', '/api/*'],
  ['/api/somebody-tries', '/api/*'],
  ['/api', '/api/*'],
  ['/admin/collections/articles/0199', '/admin/*'],
  ['/_next/static/chunks/a.js', '/_next/*'],
  ['/somebody/tries?name=x', 'none'],
])('%s is %s', (url, route) => {
  expect(of(url)).toBe(route)
})

it('takes the template of Express where there is one', () => {
  expect(of('/V1/articles/leg-cramps?locale=es', '/V1', '/articles/:slug')).toBe('/v1/articles/:slug')
  expect(of('/share/a-secret', '', '/share/:token')).toBe('/share/:token')
  expect(of('/anything', '', '/{*path}')).toBe('none')
})
