import { expect, it } from 'vitest'
import { loggedPath } from './loggedPath'

it.each([
  ['/share/TOKEN', '/share/…'],
  ['/share/TOKEN/pictures/1', '/share/…/pictures/1'],
  ['/Share/TOKEN', '/Share/…'],
  ['/SHARE/TOKEN/', '/SHARE/…/'],
  ['/v1/articles/share', '/v1/articles/share'],
])('logs %s as %s', (path, logged) => expect(loggedPath({ path })).toBe(logged))
