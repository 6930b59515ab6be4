import { expect, it } from 'vitest'
import { loggedPath } from './loggedPath'

it.each([
  ['/share/TOKEN', '/share/…'],
  ['/share/TOKEN/pictures/1', '/share/…/pictures/1'],
  ['/Share/TOKEN', '/Share/…'],
  ['/SHARE/TOKEN/', '/SHARE/…/'],
  ['/admin/reset/TOKEN', '/admin/reset/…'],
  ['/admin/Reset/TOKEN/', '/admin/Reset/…/'],
  ['//admin//reset//TOKEN', '//admin//reset//…'],
  ['/admin/admin/reset/TOKEN', '/admin/admin/reset/…'],
  ['/admin/reset', '/admin/reset'],
  ['/admin/collections/reset/1', '/admin/collections/reset/1'],
  ['/v1/articles/share', '/v1/articles/share'],
])('logs %s as %s', (path, logged) => expect(loggedPath({ path })).toBe(logged))
